//! What a long run shows: a bar on a terminal, plain lines elsewhere.

use std::io::IsTerminal;
use std::time::{Duration, Instant};

use dif_sr::train::trainer::StepReport;
use indicatif::{ProgressBar, ProgressStyle};

/// Time between two plain lines.
const QUIET: Duration = Duration::from_secs(30);

/// Shows how a run goes, on standard error.
pub struct Progress {
    bar: Option<ProgressBar>,
    last_line: Instant,
    began: Instant,
    first: usize,
    total: usize,
    metric: String,
}

impl Progress {
    /// At step `done` of `total`.
    pub fn new(done: usize, total: usize) -> Self {
        let now = Instant::now();
        let bar = std::io::stderr().is_terminal().then(|| bar(done, total));
        Self { bar, last_line: now, began: now, first: done, total, metric: String::new() }
    }

    /// Steps were taken. `total` is the estimate of all steps, which can move by one an epoch.
    pub fn steps(&mut self, reports: &[StepReport], total: usize) {
        let Some(last) = reports.last() else { return };
        self.total = total.max(last.step);
        let mean = reports.iter().map(|report| f64::from(report.total)).sum::<f64>() / reports.len() as f64;
        let text = format!("epoch {}  loss {mean:.4}{}", last.epoch, self.metric);
        if let Some(bar) = &self.bar {
            bar.set_length(self.total as u64);
            bar.set_position(last.step as u64);
            bar.set_message(text);
        } else if self.last_line.elapsed() >= QUIET {
            self.last_line = Instant::now();
            let rate = (last.step - self.first) as f64 / self.began.elapsed().as_secs_f64();
            let left = Duration::from_secs_f64(((self.total - last.step) as f64 / rate).round());
            eprintln!("step {} of {}  {text}  {rate:.2} it/s, {left:?} left", last.step, self.total);
        }
    }

    /// An evaluation gave this; shown beside the loss from now on.
    pub fn evaluated(&mut self, epoch: usize, loss: f64, metric: &str, best: bool) {
        self.metric = format!("  {metric}");
        let line = format!("epoch {epoch:>4}  loss {loss:.4}  {metric}{}", if best { "  best" } else { "" });
        match &self.bar {
            Some(bar) => bar.println(line),
            None => eprintln!("{line}"),
        }
    }

    /// The run is over.
    pub fn finish(&self) {
        if let Some(bar) = &self.bar {
            bar.finish_and_clear();
        }
    }
}

fn bar(done: usize, total: usize) -> ProgressBar {
    let style = ProgressStyle::with_template("{wide_bar} {pos}/{len}  {msg}  {per_sec}, {eta} left")
        .expect("the template is a constant");
    ProgressBar::new(total as u64).with_position(done as u64).with_style(style)
}
