//! Dictionaries as Python prints them: the form of Amazon's meta data of 2014 and of Steam's reviews, for which their pages say
//! `eval`. Quotes of both kinds, `u'...'`, escapes, `None`, tuples; no expressions.

use crate::value::Value;

/// Deepest nesting that is followed.
const DEEPEST: usize = 64;

/// Reads one dictionary; none if the text is anything else.
#[must_use]
pub fn dictionary(text: &str) -> Option<Vec<(String, Value)>> {
    let mut parser = Parser { text, at: 0 };
    let value = parser.value(0)?;
    parser.blanks();
    match value {
        Value::Map(pairs) if parser.at == text.len() => Some(pairs),
        _ => None,
    }
}

/// Reads a list such as `['Beauty', 'Hair Care']` or R's `c("Beauty", "Hair Care")`, or its members without the brackets; none if the text is anything else.
#[must_use]
pub fn list(text: &str) -> Option<Vec<Value>> {
    let text = text.trim();
    // R prints a vector with a `c` before it.
    let text = text.strip_prefix('c').filter(|rest| rest.starts_with('(')).unwrap_or(text);
    if text.starts_with(['[', '(', '{']) {
        let mut parser = Parser { text, at: 0 };
        let value = parser.value(0)?;
        return match value {
            Value::List(values) if parser.at == text.len() => Some(values),
            _ => None,
        };
    }
    // Members without brackets have to be quoted: `a, b` may be a title.
    let mut parser = Parser { text, at: 0 };
    let mut values = Vec::new();
    while parser.at < text.len() {
        matches!(parser.peek()?, b'\'' | b'"').then_some(())?;
        values.push(parser.value(0)?);
        parser.blanks();
        if parser.at < text.len() {
            parser.expect(b',')?;
            parser.blanks();
        }
    }
    (!values.is_empty()).then_some(values)
}

struct Parser<'a> {
    text: &'a str,
    at: usize,
}

impl Parser<'_> {
    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn blanks(&mut self) {
        while self.peek().is_some_and(|byte| byte.is_ascii_whitespace()) {
            self.at += 1;
        }
    }

    fn expect(&mut self, byte: u8) -> Option<()> {
        (self.peek()? == byte).then(|| self.at += 1)
    }

    fn value(&mut self, depth: usize) -> Option<Value> {
        if depth > DEEPEST {
            return None;
        }
        self.blanks();
        match self.peek()? {
            b'{' => self.braces(depth),
            b'[' => self.members(b']', depth).map(Value::List),
            b'(' => self.members(b')', depth).map(Value::List),
            b'\'' | b'"' => self.string(false).map(Value::Text),
            _ => self.word(),
        }
    }

    fn members(&mut self, end: u8, depth: usize) -> Option<Vec<Value>> {
        self.at += 1;
        let mut values = Vec::new();
        loop {
            self.blanks();
            if self.expect(end).is_some() {
                return Some(values);
            }
            values.push(self.value(depth + 1)?);
            self.blanks();
            if self.peek()? != end {
                self.expect(b',')?;
            }
        }
    }

    /// A dictionary or a set.
    fn braces(&mut self, depth: usize) -> Option<Value> {
        self.at += 1;
        let (mut pairs, mut set) = (Vec::new(), Vec::new());
        loop {
            self.blanks();
            if self.expect(b'}').is_some() {
                return Some(if set.is_empty() { Value::Map(pairs) } else { Value::List(set) });
            }
            let key = self.value(depth + 1)?;
            self.blanks();
            if self.expect(b':').is_some() {
                let key = key.text()?.into_owned();
                pairs.push((key, self.value(depth + 1)?));
                self.blanks();
            } else {
                set.push(key);
            }
            if self.peek()? != b'}' {
                self.expect(b',')?;
            }
        }
    }

    /// A number, a name such as `None`, or a string with a prefix.
    fn word(&mut self) -> Option<Value> {
        let rest = &self.text[self.at..];
        let end =
            rest.find(|c: char| !(c.is_alphanumeric() || matches!(c, '.' | '+' | '-' | '_'))).unwrap_or(rest.len());
        let word = &rest[..end];
        self.at += end;
        if matches!(self.peek(), Some(b'\'' | b'"')) {
            return match word {
                "u" | "U" | "b" | "B" => self.string(false).map(Value::Text),
                "r" | "R" | "ur" | "br" => self.string(true).map(Value::Text),
                _ => None,
            };
        }
        match word {
            "" => None,
            "None" | "nan" | "NaN" | "null" => Some(Value::Nothing),
            "True" | "true" => Some(Value::Text("True".into())),
            "False" | "false" => Some(Value::Text("False".into())),
            _ => {
                // A long integer of Python 2 ends with an L.
                let number = word.strip_suffix('L').unwrap_or(word);
                number
                    .starts_with(|c: char| c.is_ascii_digit() || matches!(c, '-' | '+' | '.'))
                    .then(|| Value::Text(number.into()))
            }
        }
    }

    fn string(&mut self, is_raw: bool) -> Option<String> {
        let quote = char::from(self.peek()?);
        self.at += 1;
        let mut text = String::new();
        loop {
            let c = self.text[self.at..].chars().next()?;
            self.at += c.len_utf8();
            if c == quote {
                return Some(text);
            }
            if c != '\\' {
                text.push(c);
                continue;
            }
            let escaped = self.text[self.at..].chars().next()?;
            self.at += escaped.len_utf8();
            match escaped {
                _ if is_raw => text.extend(['\\', escaped]),
                'n' => text.push('\n'),
                't' => text.push('\t'),
                'r' => text.push('\r'),
                '\n' => {}
                'x' => text.push(self.code(2)?),
                'u' => text.push(self.unit()?),
                'U' => text.push(self.code(8)?),
                '\\' | '\'' | '"' => text.push(escaped),
                other => text.extend(['\\', other]),
            }
        }
    }

    fn hexadecimal(&mut self, digits: usize) -> Option<u32> {
        let (front, _) = self.text[self.at..].split_at_checked(digits)?;
        let number =
            front.bytes().all(|byte| byte.is_ascii_hexdigit()).then(|| u32::from_str_radix(front, 16).ok())??;
        self.at += digits;
        Some(number)
    }

    fn code(&mut self, digits: usize) -> Option<char> {
        self.hexadecimal(digits).map(|code| char::from_u32(code).unwrap_or(char::REPLACEMENT_CHARACTER))
    }

    /// Four digits, or two pairs of four that stand for one character beyond 65,535.
    fn unit(&mut self) -> Option<char> {
        let first = self.hexadecimal(4)?;
        if (0xd800..0xdc00).contains(&first) && self.text[self.at..].starts_with("\\u") {
            let back = self.at;
            self.at += 2;
            let second = self.hexadecimal(4)?;
            if (0xdc00..0xe000).contains(&second) {
                return char::from_u32(0x1_0000 + ((first - 0xd800) << 10) + (second - 0xdc00));
            }
            self.at = back;
        }
        Some(char::from_u32(first).unwrap_or(char::REPLACEMENT_CHARACTER))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dictionaries_of_python_2_and_3_are_read() {
        let text = r#"{'asin': '007', u'title': u"Men's \xe9 \u73a9\ud83c\udf88", 'price': 3.17, 'n': 12L, 'x': None, 'c': [['A & B', "O'Hare"], ()], 'r': {'k': -1}}"#;
        let pairs = dictionary(text).unwrap();
        let of = |key: &str| &pairs.iter().find(|(name, _)| name == key).unwrap().1;
        assert_eq!(of("title").text().unwrap(), "Men's é 玩🎈");
        assert_eq!(
            (of("asin").text().unwrap(), of("price").text().unwrap(), of("n").text().unwrap()),
            ("007".into(), "3.17".into(), "12".into())
        );
        assert_eq!(of("x"), &Value::Nothing);
        assert_eq!(of("c").texts(), ["A & B", "O'Hare"]);
    }

    #[test]
    fn lists_lose_their_brackets_and_quotes() {
        let read = |text| list(text).map(|values| Value::List(values).texts().join("|"));
        assert_eq!(read("'Beauty', 'Hair Care'"), Some("Beauty|Hair Care".into()));
        assert_eq!(read("['a', \"b\"]"), Some("a|b".into()));
        assert_eq!(read("c(\"a\", \"b\")"), Some("a|b".into()));
        assert_eq!(read("[]"), Some(String::new()));
        for text in ["Salt, Smoke", "'tis", "a", "", "'a' 'b'", "[1", "O'Hare, 'x'"] {
            assert_eq!(read(text), None, "{text}");
        }
    }

    #[test]
    fn anything_else_is_none() {
        for text in ["", "{", "{'a'", "{'a': }", "{'a': __import__('os')}", "{'a': 'b'", "{'a': '\\", "{'a': '\\x4"] {
            assert_eq!(dictionary(text), None, "{text}");
        }
        assert_eq!(dictionary(&"{'a': ".repeat(100_000)), None);
    }
}
