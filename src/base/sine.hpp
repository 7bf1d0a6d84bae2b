// Sine with the same bits on every machine, for demand that swings.
#pragma once

namespace jtsim {

/// sin(2 pi x) for an angle of x whole turns, within 1e-15; the turns of x beyond 2^52 are lost.
/// NaN for NaN and infinities. Only + - * and rounding to whole numbers, in a fixed order.
double sine_of_turns(double x);

}  // namespace jtsim
