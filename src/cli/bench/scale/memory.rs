//! The peak of resident memory of each stage. Linux keeps the highest figure of a process (`VmHWM` in `/proc/self/status`) and
//! starts it anew at what is resident now when `5` is written to `/proc/self/clear_refs` (proc(5)).

use std::fs;

/// Starts the peak anew; where that is refused, later peaks are those of the process so far, never too low.
pub fn restart_peak() {
    let _ = fs::write("/proc/self/clear_refs", "5");
}

/// Bytes at the peak; `None` where the system does not say.
pub fn peak() -> Option<usize> {
    let status = fs::read_to_string("/proc/self/status").ok()?;
    let kilobytes = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?.trim().strip_suffix("kB")?;
    kilobytes.trim().parse::<usize>().ok().map(|kilobytes| kilobytes * 1024)
}

#[cfg(all(test, target_os = "linux"))]
mod tests {
    use super::*;

    #[test]
    fn the_peak_rises_with_what_is_touched_and_falls_when_started_anew() {
        const BLOCK: usize = 64 << 20;
        let before = peak().unwrap();
        let block = std::hint::black_box(vec![1_u8; BLOCK]);
        let with = peak().unwrap();
        drop(block);
        assert!(with >= before.min(with - BLOCK / 2) && with >= BLOCK, "{before} then {with}");
        // The allocator gives memory back some time after it was freed, when it is asked for some again.
        for _ in 0..100 {
            std::thread::sleep(std::time::Duration::from_millis(20));
            drop(std::hint::black_box(vec![1_u8; 1 << 20]));
            restart_peak();
            if peak().unwrap() < with - BLOCK / 2 {
                return;
            }
        }
        panic!("{} after {with}", peak().unwrap());
    }
}
