# Reads a run with ncdf4: workers by state with intervals, and a figure of displacements.
# usage: Rscript read_run.R RUN_DIRECTORY FOLDER
library(ncdf4)

arguments <- commandArgs(trailingOnly = TRUE)
if (length(arguments) != 2) stop("usage: Rscript read_run.R RUN_DIRECTORY FOLDER")
run <- nc_open(file.path(arguments[1], "results.h5"))
folder <- arguments[2]
dir.create(folder, recursive = TRUE, showWarnings = FALSE)

# R has the dimensions in reverse order: state, region, time, replicate.
stock <- ncvar_get(run, "stock", collapse_degen = FALSE)
states <- ncvar_get(run, "state")
months <- as.Date(ncvar_get(run, "time"), origin = "1970-01-01")
persons <- apply(stock[states == "employed_mining", , , , drop = FALSE], c(3, 4), sum)

interval <- function(values) {
  c(mean = mean(values), quantile(values, c(0.05, 0.95)))
}
decembers <- format(months, "%m") == "12"
mining <- t(apply(persons[decembers, , drop = FALSE], 1, interval))
rownames(mining) <- format(months[decembers], "%Y")
print(round(mining))

# Displacement events: destination, horizon, year, replicate; horizon 0 counts each once.
destination <- ncvar_get(run, "destination", collapse_degen = FALSE)
displaced <- apply(destination[, 1, , , drop = FALSE], c(3, 4), sum)
years <- ncvar_get(run, "displaced_year")
band <- t(apply(displaced, 1, interval))
pdf(file.path(folder, "displacements.pdf"), width = 9, height = 4)
matplot(years, band, type = "l", lty = c(1, 2, 2), lwd = c(2, 1, 1), col = "#0072b2",
        xlab = "year", ylab = "events a year", main = "Displacements (dashed: 90% model interval)")
invisible(dev.off())
nc_close(run)
