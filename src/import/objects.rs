//! Objects of a file that stand in a list or over several lines, one after another, by streams.

use std::io::{self, BufRead};

/// Largest object that is read.
const LARGEST: usize = 16 << 20;

/// Finds objects by their braces; braces inside of quotes count nothing. An object that never closes ends the file.
pub struct Objects<R> {
    reader: R,
    line: u64,
}

impl<R: BufRead> Objects<R> {
    /// Starts at the first line.
    pub fn new(reader: R) -> Self {
        Self { reader, line: 1 }
    }

    /// The next object and the line in which it begins; none at the end.
    /// # Errors
    /// What the system says; an object that is too large, or is cut by the end of the file.
    pub fn next(&mut self) -> io::Result<Option<(u64, String)>> {
        let mut object: Vec<u8> = Vec::new();
        let (mut depth, mut quote, mut is_escaped, mut from) = (0_usize, None, false, 0);
        loop {
            let block = self.reader.fill_buf()?;
            if block.is_empty() {
                return if object.is_empty() {
                    Ok(None)
                } else {
                    Err(io::Error::other(format!("an object that begins in line {from} and never ends")))
                };
            }
            let (mut used, mut is_whole) = (0, false);
            for &byte in block {
                used += 1;
                self.line += u64::from(byte == b'\n');
                if depth == 0 && byte != b'{' {
                    continue;
                }
                object.push(byte);
                match quote {
                    Some(_) if is_escaped => is_escaped = false,
                    Some(_) if byte == b'\\' => is_escaped = true,
                    Some(open) if byte == open => quote = None,
                    Some(_) => {}
                    None => match byte {
                        b'"' | b'\'' => quote = Some(byte),
                        b'{' => {
                            if depth == 0 {
                                from = self.line;
                            }
                            depth += 1;
                        }
                        b'}' => depth -= 1,
                        _ => {}
                    },
                }
                if depth == 0 {
                    is_whole = true;
                    break;
                }
            }
            self.reader.consume(used);
            if is_whole {
                return Ok(Some((from, String::from_utf8_lossy(&object).into_owned())));
            }
            if object.len() > LARGEST {
                return Err(io::Error::other(format!("an object of more than 16 MB that begins in line {from}")));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn objects_are_found_in_lists_and_over_lines() {
        let text = "[{\"a\": \"}\\\"{\"},\n {\n\"b\": {\"c\": 1}}, {'d': '}'}]";
        let mut objects = Objects::new(io::BufReader::with_capacity(3, text.as_bytes()));
        let mut found = Vec::new();
        while let Some(object) = objects.next().unwrap() {
            found.push(object);
        }
        assert_eq!(
            found,
            [(1, "{\"a\": \"}\\\"{\"}".into()), (2, "{\n\"b\": {\"c\": 1}}".into()), (3, "{'d': '}'}".into())]
        );
        assert!(Objects::new("{\"a\": 1".as_bytes()).next().is_err());
    }
}
