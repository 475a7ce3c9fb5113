//! The form of a file, from its beginning: which kind of text it is, its columns, and some of its rows.

use std::collections::HashSet;

use crate::choices::FileChoices;
use crate::dialect::{Dialect, Separator, sniff};
use crate::header;
use crate::problem::{Refusal, short};
use crate::survey::Survey;
use crate::value::{Cell, Value};
use crate::{json, python};

/// Rows that roles are guessed from.
const ROWS: usize = 1000;

/// Which kind of text a file is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Shape {
    /// A table.
    Table {
        /// How its cells are separated.
        dialect: Dialect,
        /// Whether its first line names the columns.
        has_header: bool,
    },
    /// `user item item ...` a line.
    Sequences {
        /// What stands between two words.
        separator: Separator,
    },
    /// An object a line, JSON or Python.
    ObjectLines,
    /// Objects in a list, or over several lines.
    Objects,
    /// One JSON object, `{"item": [value, ...]}`.
    Values,
}

/// What is known of a file before it is read.
#[derive(Debug, Clone)]
pub struct Form {
    /// Its kind.
    pub shape: Shape,
    /// Names of its columns; numbers from 1 where it gives none.
    pub columns: Vec<String>,
    /// Rows of its beginning.
    pub rows: Vec<Vec<Cell<'static>>>,
}

/// Finds the form of a file.
/// # Errors
/// [`Refusal`] if it has none that is known.
pub fn find(file: &str, survey: &Survey, choices: &FileChoices) -> Result<Form, Refusal> {
    let text = survey.sample.trim_start();
    match text.as_bytes().first() {
        Some(b'{') => of_objects(file, text, survey.is_whole),
        Some(b'[') if text[1..].trim_start().starts_with('{') => Ok(of_members(Shape::Objects, text)),
        Some(b'[') if choices.separator.is_none() && text[1..].trim_start().starts_with('[') => Err(Refusal::of_file(
            "lists_in_a_list",
            file,
            "lists inside of a list",
            "a JSON object such as {\"item\": [\"value\", ...]}, or a list of objects",
            "Write each row as an object with named fields.",
        )),
        _ => of_text(file, survey, choices),
    }
}

fn parsed(text: &str) -> Option<Vec<(String, Value)>> {
    json::object(text).ok().or_else(|| python::dictionary(text))
}

fn of_objects(file: &str, text: &str, is_whole: bool) -> Result<Form, Refusal> {
    let mut lines = text.lines().filter(|line| !line.trim().is_empty());
    let first = lines.next().unwrap_or_default();
    let begins_as_values = || {
        let members = first.trim_start_matches('{').trim_start();
        members.split_once(':').is_some_and(|(_, value)| value.trim_start().starts_with('['))
    };
    match parsed(first) {
        Some(pairs) => {
            let is_alone = lines.next().is_none();
            let are_lists = !pairs.is_empty() && pairs.iter().all(|(_, value)| matches!(value, Value::List(_)));
            if is_alone && are_lists {
                return Ok(Form {
                    shape: Shape::Values,
                    columns: vec!["item".into(), "attributes".into()],
                    rows: Vec::new(),
                });
            }
            Ok(of_members(Shape::ObjectLines, text))
        }
        // Over several lines, or longer than the sample.
        None if parsed(text).is_some_and(|pairs| pairs.iter().all(|(_, value)| matches!(value, Value::List(_))))
            || (!is_whole && begins_as_values()) =>
        {
            Ok(Form { shape: Shape::Values, columns: vec!["item".into(), "attributes".into()], rows: Vec::new() })
        }
        None => {
            let lines_that_parse = lines.clone().take(20).filter(|line| parsed(line).is_some()).count();
            let form = of_members(if lines_that_parse > 0 { Shape::ObjectLines } else { Shape::Objects }, text);
            if form.rows.is_empty() {
                let found = format!("\"{}\"", short(first));
                return Err(Refusal::of_file(
                    "broken_json",
                    file,
                    found,
                    "JSON objects, or Python dictionaries, one a line",
                    "Check that the file is complete.",
                ));
            }
            Ok(form)
        }
    }
}

fn of_members(shape: Shape, text: &str) -> Form {
    let objects: Vec<Vec<(String, Value)>> = if shape == Shape::ObjectLines {
        text.lines().filter_map(parsed).take(ROWS).collect()
    } else {
        let mut all = crate::objects::Objects::new(text.as_bytes());
        std::iter::from_fn(|| all.next().ok().flatten()).filter_map(|(_, object)| parsed(&object)).take(ROWS).collect()
    };
    let mut columns: Vec<String> = Vec::new();
    for (key, _) in objects.iter().flatten() {
        if !columns.contains(key) && columns.len() < ROWS {
            columns.push(key.clone());
        }
    }
    let rows = objects.into_iter().map(|object| by_column(object, &columns)).collect();
    Form { shape, columns, rows }
}

/// The values of an object in the order of the columns.
#[must_use]
pub fn by_column(object: Vec<(String, Value)>, columns: &[String]) -> Vec<Cell<'static>> {
    let mut cells = vec![Cell::Value(Value::Nothing); columns.len()];
    for (key, value) in object {
        if let Some(at) = columns.iter().position(|column| *column == key) {
            cells[at] = Cell::Value(value);
        }
    }
    cells
}

fn of_text(file: &str, survey: &Survey, choices: &FileChoices) -> Result<Form, Refusal> {
    let ends = if survey.has_lone_returns { '\r' } else { '\n' };
    let lines: Vec<&str> = survey
        .sample
        .split(ends)
        .map(|line| line.strip_suffix('\r').unwrap_or(line))
        .filter(|line| !line.is_empty())
        .take(ROWS)
        .collect();
    let told = choices.separator.as_deref().map(|name| {
        Separator::named(name).ok_or_else(|| {
            Refusal::of_file(
                "separator",
                file,
                format!("the separator \"{}\"", short(name)),
                "one character, or ::",
                "Correct it.",
            )
        })
    });
    let told = told.transpose()?;
    let typed = typed_header(&lines, told);
    if told.is_none()
        && typed.is_none()
        && let Some(separator) = sequences(&lines)
    {
        let columns = vec!["user".into(), "items".into()];
        return Ok(Form { shape: Shape::Sequences { separator }, columns, rows: Vec::new() });
    }
    let evenly =
        || sniff(&lines, told).filter(|(_, _, share)| *share >= 0.5).map(|(dialect, columns, _)| (dialect, columns));
    let Some((dialect, columns)) = typed.or_else(evenly) else {
        return Err(Refusal::of_file(
            "no_table",
            file,
            format!("lines such as \"{}\"", short(lines.first().copied().unwrap_or_default())),
            "a table with a user and an item in every row, or a user and items in every line",
            "Say which separator stands between two cells, or choose another file.",
        ));
    };
    let texts = |line: &&str| dialect.split(line).iter().map(|cell| cell.text().into_owned()).collect::<Vec<String>>();
    let cut: Vec<Vec<String>> = records(dialect, &lines).iter().map(|record| texts(&record.as_str())).collect();
    let has_header =
        choices.header.unwrap_or_else(|| cut.first().is_some_and(|first| header::is_header(first, &cut[1..])));
    let columns =
        if has_header { named(&cut[0], columns) } else { (1..=columns).map(|number| number.to_string()).collect() };
    let rows = cut.into_iter().skip(usize::from(has_header)).filter(|row| row.len() >= columns.len());
    let rows = rows.map(|row| row.into_iter().map(|cell| Cell::Plain(cell.into())).collect()).collect();
    Ok(Form { shape: Shape::Table { dialect, has_header }, columns, rows })
}

/// A header of names with their types says how rows are meant, also where most of them are not so.
fn typed_header(lines: &[&str], told: Option<Separator>) -> Option<(Dialect, usize)> {
    let dialect = Dialect { separator: Separator::Tab, has_quotes: false };
    let names = dialect.split(lines.first()?);
    let is_typed = names.len() > 1 && names.iter().all(|cell| header::typed(cell.text().as_ref()).is_some());
    (is_typed && told.is_none()).then_some((dialect, names.len()))
}

/// Lines as records, those that end inside of quotes joined.
fn records(dialect: Dialect, lines: &[&str]) -> Vec<String> {
    let mut records = Vec::new();
    let mut open = String::new();
    for line in lines {
        if !open.is_empty() {
            open.push('\n');
        }
        open.push_str(line);
        if !dialect.is_open(&open) {
            records.push(std::mem::take(&mut open));
        }
    }
    records
}

/// Names for all columns: R leaves out that of the row names; names that stand twice get a number.
fn named(first: &[String], width: usize) -> Vec<String> {
    let mut names: Vec<String> = first.iter().map(|name| name.trim().to_owned()).collect();
    if names.len() + 1 == width {
        names.insert(0, "row".into());
    }
    for at in 0..names.len() {
        if names[at].is_empty() {
            names[at] = (at + 1).to_string();
        }
        let earlier = names[..at].iter().filter(|name| **name == names[at]).count();
        if earlier > 0 {
            names[at] = format!("{} ({})", names[at], earlier + 1);
        }
    }
    names
}

/// The separator of lines that hold a user and items: their lengths differ, or their columns share their values; no user stands
/// twice.
fn sequences(lines: &[&str]) -> Option<Separator> {
    let separator = if lines.iter().any(|line| line.contains('\t')) { Separator::Tab } else { Separator::Spaces };
    let cut = |line: &&str| -> Vec<String> {
        line.split(['\t', ' ']).filter(|token| !token.is_empty()).map(str::to_owned).collect()
    };
    if separator == Separator::Tab && lines.iter().any(|line| line.contains(' ')) {
        return None;
    }
    let rows: Vec<Vec<String>> = lines.iter().map(cut).collect();
    let long = rows.iter().filter(|row| row.len() > 1).count();
    if rows.is_empty()
        || long == 0
        || 10 * long < 8 * rows.len()
        || rows[0].iter().any(|cell| header::typed(cell).is_some())
    {
        return None;
    }
    // Words that may be a sentence, and what another separator cuts evenly, are no ids.
    let others = [Separator::Colons, Separator::Semicolon, Separator::Bar, Separator::Comma];
    let is_cut_otherwise =
        others.into_iter().any(|other| sniff(lines, Some(other)).is_some_and(|(.., share)| share >= 0.9));
    if is_cut_otherwise || lines.iter().any(|line| line.contains(['"', '{', '<'])) {
        return None;
    }
    let is_prose =
        |line: &&&str| line.split_whitespace().any(|word| word.ends_with(['.', ',', ':', ';', '!', '?', ')']));
    if 5 * lines.iter().filter(is_prose).count() >= lines.len() {
        return None;
    }
    let mut users = HashSet::new();
    let repeated = rows.iter().filter_map(|row| row.first()).filter(|user| !users.insert(user.as_str())).count();
    if 20 * repeated > rows.len() {
        return None;
    }
    let width = rows[0].len();
    if rows.len() > 1 && rows.iter().any(|row| row.len() != width) {
        let short = rows.iter().filter(|row| row.len() < 2).count();
        return (separator == Separator::Spaces || 2 * short < rows.len()).then_some(separator);
    }
    let values = |index: usize| rows.iter().map(|row| row[index].as_str()).collect::<HashSet<_>>();
    let is_shared = || {
        let (second, third) = (values(1), values(2));
        5 * second.intersection(&third).count() >= second.len().min(third.len())
    };
    let looks_like_a_log =
        || rows.iter().all(|row| row[width - 1].len() >= 9 && crate::times::read_number(&row[width - 1]).is_some());
    (width > 2 && is_shared() && !looks_like_a_log()).then_some(separator)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shape(text: &str) -> Shape {
        let survey = Survey {
            encoding: crate::encoding::TextEncoding::Utf8,
            sample: text.into(),
            is_whole: true,
            has_lone_returns: false,
            has_windows_ends: false,
            size: 0,
            fingerprint: 0,
        };
        find("f", &survey, &FileChoices::default()).unwrap().shape
    }

    #[test]
    fn every_form_is_known_by_its_beginning() {
        assert_eq!(shape("{\"a\": [1, 2], \"b\": [\"x\"]}"), Shape::Values);
        assert_eq!(shape("{\n \"a\": [1, 2],\n \"b\": [3]\n}\n"), Shape::Values);
        assert_eq!(shape("{\"a\": [1]}\n{\"a\": [2]}\n"), Shape::ObjectLines);
        assert_eq!(shape("{'a': u'x'}\n"), Shape::ObjectLines);
        assert_eq!(shape("[{\"a\": 1},\n{\"a\": 2}]"), Shape::Objects);
        assert_eq!(shape("{\n\"a\": 1\n}\n{\n\"a\": 2\n}"), Shape::Objects);
        assert_eq!(shape("1 13 1 2\n2 14 2\n"), Shape::Sequences { separator: Separator::Spaces });
        assert_eq!(shape("1\t13\t1\t2\n2\t1\t13\t7\n"), Shape::Sequences { separator: Separator::Tab });
        assert_eq!(shape("u62 i7 i25\nu60 i0\n"), Shape::Sequences { separator: Separator::Spaces });
        for table in [
            "14|Lantern, The (1951)|0|1\n1|Night (1950)|0|0\n",
            "1 13\n1 14\n2 13\n",
            "1\t13\t5.0\t1000\n1\t14\t4.0\t1001\n",
            "a,b\n1,2\n",
        ] {
            assert!(matches!(shape(table), Shape::Table { .. }), "{table}");
        }
    }
}
