"""Drives a headless Chromium through chromedriver's own protocol (W3C WebDriver over HTTP)."""
import base64
import json
import pathlib
import shutil
import socket
import subprocess
import tempfile
import time
import urllib.error
import urllib.request


def programs():
    """Paths of browser and driver; None where one is not installed."""
    browser = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    return browser, shutil.which("chromedriver")


class Browser:
    """One browser window with a profile of its own; to be used in a `with` statement."""

    def __init__(self):
        browser, driver = programs()
        self.profile = tempfile.TemporaryDirectory(prefix="jtsim_browser_", ignore_cleanup_errors=True)
        self.downloads = pathlib.Path(self.profile.name) / "downloads"
        self.downloads.mkdir()
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        self.address = f"http://127.0.0.1:{port}"
        self.driver = subprocess.Popen([driver, f"--port={port}"], stdout=subprocess.DEVNULL,
                                       stderr=subprocess.DEVNULL)
        self.session = None
        try:
            self._start(browser)
        except BaseException:
            self.close()
            raise

    def _start(self, browser):
        for _ in range(100):
            try:
                self._call("GET", "/status")
                break
            except OSError:
                time.sleep(0.1)
        arguments = ["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
                     "--hide-scrollbars", f"--user-data-dir={self.profile.name}/profile",
                     "--disable-background-networking", "--disable-component-update", "--no-first-run",
                     "--force-device-scale-factor=1"]
        answer = self._call("POST", "/session", {"capabilities": {"alwaysMatch": {
            "browserName": "chrome",
            "goog:chromeOptions": {"binary": browser, "args": arguments},
            "goog:loggingPrefs": {"browser": "ALL", "performance": "ALL"},
            "timeouts": {"script": 60000, "pageLoad": 120000}}}})
        self.session = answer["sessionId"]
        self.cdp("Browser.setDownloadBehavior",
                 {"behavior": "allow", "downloadPath": str(self.downloads)})

    def _call(self, method, path, body=None):
        request = urllib.request.Request(
            self.address + path, method=method,
            data=None if body is None else json.dumps(body).encode(),
            headers={"Content-Type": "application/json"})
        # The driver is on this machine, whatever proxy the environment names.
        opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
        try:
            with opener.open(request, timeout=180) as answer:
                return json.load(answer)["value"]
        except urllib.error.HTTPError as error:
            raise RuntimeError(json.load(error)["value"]["message"]) from None

    def do(self, method, path, body=None):
        return self._call(method, f"/session/{self.session}{path}", body)

    def cdp(self, command, parameters=None):
        return self.do("POST", "/goog/cdp/execute", {"cmd": command, "params": parameters or {}})

    def run(self, script, *arguments):
        """The value that a script returns."""
        return self.do("POST", "/execute/sync", {"script": script, "args": list(arguments)})

    def open(self, path, width=1280, height=900):
        self.resize(width, height)
        self.do("POST", "/url", {"url": pathlib.Path(path).resolve().as_uri()})
        self.wait("return document.documentElement.dataset.ready === 'yes'")

    def wait(self, script, seconds=30):
        end = time.monotonic() + seconds
        while not self.run(script):
            if time.monotonic() > end:
                raise AssertionError(f"in vain waited for: {script}")
            time.sleep(0.05)

    def resize(self, width, height=900):
        self.cdp("Emulation.setDeviceMetricsOverride",
                 {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": False})

    def media(self, media="", scheme="light"):
        self.cdp("Emulation.setEmulatedMedia",
                 {"media": media, "features": [{"name": "prefers-color-scheme", "value": scheme}]})

    def screenshot(self, path, whole=True):
        parameters = {"format": "png"}
        if whole:
            size = self.cdp("Page.getLayoutMetrics")["cssContentSize"]
            parameters |= {"captureBeyondViewport": True,
                           "clip": {"x": 0, "y": 0, "width": size["width"],
                                    "height": min(size["height"], 16000), "scale": 1}}
        image = self.cdp("Page.captureScreenshot", parameters)["data"]
        pathlib.Path(path).write_bytes(base64.b64decode(image))

    def screenshot_of(self, selector, path):
        box = self.run("const b = document.querySelector(arguments[0]).getBoundingClientRect();"
                       "return [b.x + scrollX, b.y + scrollY, b.width, b.height]", selector)
        image = self.cdp("Page.captureScreenshot", {
            "format": "png", "captureBeyondViewport": True,
            "clip": dict(zip(("x", "y", "width", "height"), box)) | {"scale": 1}})["data"]
        pathlib.Path(path).write_bytes(base64.b64decode(image))

    def pdf(self, path):
        """Prints as the browser's own dialogue would, A4."""
        printed = self.cdp("Page.printToPDF", {"preferCSSPageSize": True, "printBackground": True})
        pathlib.Path(path).write_bytes(base64.b64decode(printed["data"]))

    def console_errors(self):
        return [entry["message"] for entry in self.do("POST", "/se/log", {"type": "browser"})
                if entry["level"] in ("SEVERE", "WARNING")]

    def requests(self):
        """Addresses that were asked for since the last call."""
        found = []
        for entry in self.do("POST", "/se/log", {"type": "performance"}):
            message = json.loads(entry["message"])["message"]
            if message["method"] == "Network.requestWillBeSent":
                found.append(message["params"]["request"]["url"])
        return found

    def close(self):
        try:
            if self.session:
                self.do("DELETE", "")
        except (OSError, RuntimeError):
            pass
        self.driver.terminate()
        self.driver.wait(timeout=20)
        self.profile.cleanup()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()


def reason_for_none():
    """Why no browser can be driven here; None if one can."""
    if not all(programs()):
        return "no chromium with chromedriver here (apt-get install chromium chromium-driver)"
    try:
        Browser().close()
    except (OSError, RuntimeError) as error:
        return f"the browser does not start here: {error}"
    return None
