//! JSON objects, with the order of their keys and the digits of their numbers kept.

use serde::de::{Deserialize, Deserializer, MapAccess, Visitor};
use serde_json::value::RawValue;

use crate::value::Value;

/// Key and value of each member, in order; values as they are written.
struct Members<'a>(Vec<(String, &'a RawValue)>);

impl<'de: 'a, 'a> Deserialize<'de> for Members<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Collect;
        impl<'de> Visitor<'de> for Collect {
            type Value = Vec<(String, &'de RawValue)>;

            fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str("an object")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
                let mut members = Vec::new();
                while let Some(member) = map.next_entry()? {
                    members.push(member);
                }
                Ok(members)
            }
        }
        deserializer.deserialize_map(Collect).map(Self)
    }
}

/// Reads one object. A key that stands twice keeps its last value.
/// # Errors
/// What the parser says.
pub fn object(text: &str) -> serde_json::Result<Vec<(String, Value)>> {
    let members: Members<'_> = serde_json::from_str(text)?;
    members.0.into_iter().map(|(key, raw)| Ok((key, value(raw.get())?))).collect()
}

fn value(text: &str) -> serde_json::Result<Value> {
    let text = text.trim();
    Ok(match text.as_bytes().first() {
        Some(b'{') => Value::Map(object(text)?),
        Some(b'[') => {
            let list: Vec<&RawValue> = serde_json::from_str(text)?;
            Value::List(list.into_iter().map(|raw| value(raw.get())).collect::<Result<_, _>>()?)
        }
        Some(b'"') => Value::Text(serde_json::from_str(text)?),
        Some(b'n') => Value::Nothing,
        _ => Value::Text(text.to_owned()),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_keep_their_digits_and_keys_their_order() {
        let object =
            object(r#"{"b": 18446744073709551616, "a": [1.0, "x", null, [9007199254740993]], "c": null, "d": true}"#)
                .unwrap();
        let keys: Vec<&str> = object.iter().map(|(key, _)| key.as_str()).collect();
        assert_eq!(keys, ["b", "a", "c", "d"]);
        assert_eq!(object[0].1.text().unwrap(), "18446744073709551616");
        assert_eq!(object[1].1.texts(), ["1.0", "x", "9007199254740993"]);
        assert_eq!((object[2].1.text(), object[3].1.text().unwrap().as_ref()), (None, "true"));
    }

    #[test]
    fn depth_without_end_is_an_error() {
        assert!(object(&format!("{{\"a\": {}", "[".repeat(100_000))).is_err());
        assert!(object("{").is_err() && object("[]").is_err() && object("").is_err());
    }
}
