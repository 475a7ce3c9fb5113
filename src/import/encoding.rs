//! In which encoding a text is written: told by a mark, by being valid UTF-8, or by the pattern of its bytes.

use std::io::{self, Read};

use encoding_rs::{CoderResult, Decoder, EUC_KR, Encoding, GB18030, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

/// The encodings that are read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TextEncoding {
    /// UTF-8.
    Utf8,
    /// UTF-8 with a byte order mark.
    Utf8Mark,
    /// UTF-16, low byte first.
    Utf16Le,
    /// UTF-16, high byte first.
    Utf16Be,
    /// Windows-1252, and ISO 8859-1 with it.
    Latin1,
    /// Windows-949: EUC-KR and the syllables beyond.
    Cp949,
    /// GB 18030: GB 2312 and GBK with it.
    Gb18030,
}

use TextEncoding::{Cp949, Gb18030, Latin1, Utf8, Utf8Mark, Utf16Be, Utf16Le};

impl TextEncoding {
    /// All of them, as a dialog offers them.
    pub const ALL: [Self; 7] = [Utf8, Utf8Mark, Utf16Le, Utf16Be, Latin1, Cp949, Gb18030];

    /// As people know it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Utf8 => "UTF-8",
            Utf8Mark => "UTF-8 with BOM",
            Utf16Le => "UTF-16LE",
            Utf16Be => "UTF-16BE",
            Latin1 => "Latin-1/Windows-1252",
            Cp949 => "CP949",
            Gb18030 => "GB18030",
        }
    }

    /// By any of its names.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        let name = name.trim();
        if let Some(known) = Self::ALL.into_iter().find(|known| known.name().eq_ignore_ascii_case(name)) {
            return Some(known);
        }
        match name.to_ascii_lowercase().as_str() {
            "latin-1" | "latin1/windows-1252" | "cp1252" => return Some(Latin1),
            "cp949" | "ms949" => return Some(Cp949),
            "utf-8-sig" => return Some(Utf8Mark),
            "gbk" | "cp936" => return Some(Gb18030),
            _ => {}
        }
        let known = Encoding::for_label(name.as_bytes())?;
        [
            (UTF_8, Utf8),
            (UTF_16LE, Utf16Le),
            (UTF_16BE, Utf16Be),
            (WINDOWS_1252, Latin1),
            (EUC_KR, Cp949),
            (GB18030, Gb18030),
        ]
        .into_iter()
        .find_map(|(encoding, ours)| (encoding == known).then_some(ours))
    }

    fn coder(self) -> &'static Encoding {
        match self {
            Utf8 | Utf8Mark => UTF_8,
            Utf16Le => UTF_16LE,
            Utf16Be => UTF_16BE,
            Latin1 => WINDOWS_1252,
            Cp949 => EUC_KR,
            Gb18030 => GB18030,
        }
    }

    /// A piece of a text from its beginning; the last character may be cut.
    #[must_use]
    pub fn decode(self, bytes: &[u8]) -> String {
        let mut text = String::new();
        let mut decoder = self.coder().new_decoder_with_bom_removal();
        text.reserve(decoder.max_utf8_buffer_length(bytes.len()).unwrap_or(bytes.len() * 3));
        let _ = decoder.decode_to_string(bytes, &mut text, false);
        text
    }
}

/// The encoding of a text that is not valid UTF-8, from its beginning and from what stands around its bytes above 127.
#[must_use]
pub fn guess(head: &[u8], high: &[u8]) -> TextEncoding {
    if head.starts_with(b"\xff\xfe") {
        return Utf16Le;
    }
    if head.starts_with(b"\xfe\xff") {
        return Utf16Be;
    }
    let zeros = |odd: usize| head.iter().skip(odd).step_by(2).filter(|&&byte| byte == 0).count();
    let (even, odd, tenth) = (zeros(0), zeros(1), head.len() / 20);
    if odd > tenth && even * 8 < odd {
        return Utf16Le;
    }
    if even > tenth && odd * 8 < even {
        return Utf16Be;
    }
    guess_by_pairs(high)
}

/// Tells Korean and Chinese, which write a character in two bytes, from European texts, in which a letter with an accent stands
/// among others; and Korean, whose syllables begin with 0xb0 to 0xc8, from Chinese, a third of which begins beyond.
fn guess_by_pairs(bytes: &[u8]) -> TextEncoding {
    let (mut pairs, mut syllables, mut alone) = (0_usize, 0_usize, 0_usize);
    let mut at = 0;
    while at < bytes.len() {
        let byte = bytes[at];
        if byte < 0x80 {
            at += 1;
            continue;
        }
        match bytes.get(at + 1) {
            Some(&next) if byte > 0x80 && byte < 0xff && next >= 0x80 => {
                pairs += 1;
                syllables += usize::from((0xb0..=0xc8).contains(&byte) && next > 0xa0);
                at += 2;
            }
            _ => {
                alone += 1;
                at += 1;
            }
        }
    }
    let is_valid = |encoding: TextEncoding| {
        let (_, had_errors) = encoding.coder().decode_without_bom_handling(bytes);
        !had_errors
    };
    if 2 * alone > pairs {
        return Latin1;
    }
    if 10 * syllables >= 9 * pairs && is_valid(Cp949) {
        return Cp949;
    }
    if is_valid(Gb18030) {
        return Gb18030;
    }
    if is_valid(Cp949) { Cp949 } else { Latin1 }
}

/// UTF-8 out of any encoding, by streams. Bytes that are no character come out as U+FFFD.
pub struct Decoded<R> {
    inner: R,
    decoder: Decoder,
    raw: Vec<u8>,
    raw_from: usize,
    raw_to: usize,
    text: Vec<u8>,
    text_from: usize,
    text_to: usize,
    is_at_end: bool,
    is_done: bool,
}

impl<R: Read> Decoded<R> {
    /// Decodes what `inner` gives; a byte order mark is taken off.
    pub fn new(inner: R, encoding: TextEncoding) -> Self {
        const BLOCK: usize = 32 << 10;
        Self {
            inner,
            decoder: encoding.coder().new_decoder_with_bom_removal(),
            raw: vec![0; BLOCK],
            raw_from: 0,
            raw_to: 0,
            text: vec![0; 2 * BLOCK],
            text_from: 0,
            text_to: 0,
            is_at_end: false,
            is_done: false,
        }
    }

    fn fill(&mut self) -> io::Result<()> {
        while self.text_from == self.text_to && !self.is_done {
            if self.raw_from == self.raw_to && !self.is_at_end {
                self.raw_to = self.inner.read(&mut self.raw)?;
                self.raw_from = 0;
                self.is_at_end = self.raw_to == 0;
            }
            let raw = &self.raw[self.raw_from..self.raw_to];
            let (result, read, written, _) = self.decoder.decode_to_utf8(raw, &mut self.text, self.is_at_end);
            self.raw_from += read;
            (self.text_from, self.text_to) = (0, written);
            self.is_done = self.is_at_end && result == CoderResult::InputEmpty;
        }
        Ok(())
    }
}

impl<R: Read> Read for Decoded<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        self.fill()?;
        let count = buffer.len().min(self.text_to - self.text_from);
        buffer[..count].copy_from_slice(&self.text[self.text_from..self.text_from + count]);
        self.text_from += count;
        Ok(count)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn high_of(text: &str, encoding: TextEncoding) -> (Vec<u8>, TextEncoding) {
        let (bytes, _, _) = encoding.coder().encode(text);
        let guessed = guess(&bytes, &bytes);
        (bytes.into_owned(), guessed)
    }

    #[test]
    fn texts_of_each_language_are_told_apart() {
        for (text, encoding) in [
            ("밤의 나루 0\n등대지기 1\n붉은 연 3\n제목: 봄날은 간다, 서울의 달", Cp949),
            ("夜渡 0\n守灯人 1\n十月的风\n红楼梦 你好，世界", Gb18030),
            ("Café Aurélien\nSeñor Otoño\nMüller & Daughter\nÎle Noire", Latin1),
        ] {
            let (bytes, guessed) = high_of(text, encoding);
            assert_eq!(guessed, encoding, "{text}");
            let mut decoded = String::new();
            Decoded::new(bytes.as_slice(), encoding).read_to_string(&mut decoded).unwrap();
            assert_eq!((decoded.as_str(), encoding.decode(&bytes).as_str()), (text, text));
        }
    }

    #[test]
    fn utf_16_is_known_by_its_mark_or_its_zeros() {
        let bytes = |swap: bool| -> Vec<u8> {
            "item_id\ttitle\n1\t밤의\n"
                .encode_utf16()
                .flat_map(|unit| if swap { unit.to_be_bytes() } else { unit.to_le_bytes() })
                .collect()
        };
        assert_eq!((guess(&bytes(false), &[]), guess(&bytes(true), &[])), (Utf16Le, Utf16Be));
        assert_eq!(Utf16Be.decode(&bytes(true)), "item_id\ttitle\n1\t밤의\n");
    }

    #[test]
    fn every_encoding_has_the_names_that_people_use() {
        for (name, encoding) in [
            ("utf8", Utf8),
            ("euc-kr", Cp949),
            ("GBK", Gb18030),
            ("latin1", Latin1),
            ("cp949", Cp949),
            ("UTF-16LE", Utf16Le),
        ] {
            assert_eq!(TextEncoding::named(name), Some(encoding), "{name}");
        }
        assert!(TextEncoding::ALL.into_iter().all(|encoding| TextEncoding::named(encoding.name()) == Some(encoding)));
        assert_eq!(TextEncoding::named("klingon"), None);
    }
}
