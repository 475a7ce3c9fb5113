//! What the log of a finished run says.

use dif_sr::eval::floors::Floors;
use dif_sr::eval::metrics::Metrics;
use serde::Deserialize;
use serde_json::Value;

/// A finished run.
#[derive(Debug, Clone)]
pub struct Finished {
    /// How it began.
    pub start: Start,
    /// How it ended.
    pub end: End,
}

/// The first line of a log, as far as it is read back.
#[derive(Debug, Clone, Deserialize)]
pub struct Start {
    /// When.
    pub date: String,
    /// On what.
    pub device: String,
    /// Trainable numbers.
    pub parameters: usize,
    /// The data.
    pub data: Data,
}

/// The data of a run.
#[derive(Debug, Clone, Deserialize)]
pub struct Data {
    /// Hash.
    pub fingerprint: String,
    /// Users.
    pub users: usize,
    /// Different items.
    pub items: usize,
    /// Interactions.
    pub interactions: usize,
}

/// The last line of a log.
#[derive(Debug, Clone, Deserialize)]
pub struct End {
    /// The epoch that was kept.
    pub best_epoch: usize,
    /// Its metrics on the validation part.
    pub valid: Metrics,
    /// Its metrics on the test part.
    pub test: Metrics,
    /// Floors on the test part.
    pub floors: Floors,
    /// Time of computing.
    pub seconds: f64,
}

impl Finished {
    /// Reads a log; `None` if the run has not ended or the text is no log.
    pub fn read(text: &str) -> Option<Self> {
        let mut lines = text.lines().filter_map(|line| serde_json::from_str::<Value>(line).ok());
        let start = lines.next().filter(|line| line["event"] == "start")?;
        let end = lines.next_back().filter(|line| line["event"] == "end")?;
        Some(Self { start: serde_json::from_value(start).ok()?, end: serde_json::from_value(end).ok()? })
    }
}

/// A log without the losses of every step, and with the command that anyone can repeat: small enough to be kept with the sources.
pub fn shortened(text: &str, command: &str) -> String {
    let mut kept = String::new();
    for mut line in text.lines().filter_map(|line| serde_json::from_str::<Value>(line).ok()) {
        if line["event"] == "steps" {
            continue;
        }
        if line["event"] == "start" {
            line["command"] = command.into();
        }
        kept.extend([line.to_string().as_str(), "\n"]);
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn a_shortened_log_says_the_same_without_losses_and_local_paths() {
        let ranks = Metrics::from_ranks(&[0.0, 30.0], &[0.0, 5.0]);
        let floors = json!({"popularity": ranks, "markov": ranks, "windowed_markov": ranks, "item_cosine": ranks, "ceiling": null});
        let lines = [
            json!({"event": "start", "date": "2026-01-02T03:04:05Z", "device": "cpu", "parameters": 7, "command": "train --data /home/a/b",
                "data": {"fingerprint": "f", "users": 1, "items": 2, "interactions": 3}}),
            json!({"event": "steps", "total": [1.0]}),
            json!({"event": "end", "best_epoch": 4, "valid": ranks, "test": ranks, "floors": floors, "seconds": 60.0}),
        ];
        let text: String = lines.iter().flat_map(|line| [line.to_string(), "\n".into()]).collect();
        let short = shortened(&text, "dif-sr train --data b");
        assert!(!short.contains("/home") && !short.contains("steps") && short.contains("dif-sr train --data b"));
        let run = Finished::read(&short).unwrap();
        assert_eq!((run.start.parameters, run.end.best_epoch, run.end.test), (7, 4, ranks));
        let unfinished: String = text.lines().take(2).flat_map(|line| [line, "\n"]).collect();
        assert!(Finished::read(&unfinished).is_none());
    }
}
