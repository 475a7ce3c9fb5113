// Runs before the first paint, so that a chosen theme does not flash. The page's own code does the same later.
{
  let theme = new URLSearchParams(location.search).get("theme");
  try {
    theme ??= localStorage.getItem("dif-sr.theme");
  } catch {
    // A browser may forbid it; the system's theme stays.
  }
  if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;
}
