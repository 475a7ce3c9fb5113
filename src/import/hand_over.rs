//! What was read, as bytes: on its way from the importer's WebAssembly to an engine's, and in a browser's storage.
//!
//! Whoever reads them trusts nothing: bytes may come from a damaged store, or from a page of another version.

use std::fmt;

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use crate::Imported;
use crate::vocab::Vocab;

/// The first byte; what another version wrote begins with another one.
const VERSION: u8 = 1;

/// Bytes that this version did not write.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotOurs;

impl fmt::Display for NotOurs {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("data that is damaged, or that another version read")
    }
}

impl std::error::Error for NotOurs {}

impl Imported {
    /// It, as bytes.
    /// # Panics
    /// If there is no memory for them.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        postcard::to_extend(self, vec![VERSION]).expect("a vector takes what it is given")
    }

    /// The same from bytes.
    /// # Errors
    /// [`NotOurs`] if it did not write them, or if an id in them has no name.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, NotOurs> {
        let (&VERSION, bytes) = bytes.split_first().ok_or(NotOurs)? else { return Err(NotOurs) };
        let (read, rest) = postcard::take_from_bytes::<Self>(bytes).map_err(|_| NotOurs)?;
        if rest.is_empty() && read.is_whole() { Ok(read) } else { Err(NotOurs) }
    }

    /// Whether every id has a name.
    fn is_whole(&self) -> bool {
        let Self { log, items, .. } = self;
        let has = |names: &Vocab, id: u32| id > 0 && (id as usize) < names.rows();
        let rows = items.names.rows();
        log.clicks.iter().all(|click| has(&log.users, click.user) && has(&log.items, click.item))
            && items.titles.len() <= rows
            && items.described.iter().all(|&id| has(&items.names, id))
            && items.attributes.iter().all(|attribute| {
                attribute.of_item.len() <= rows
                    && attribute.of_item.iter().flatten().all(|&value| has(&attribute.values, value))
            })
    }
}

/// Names as they lie: the table is made anew.
impl Serialize for Vocab {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let names: Vec<&str> = self.names().skip(1).collect();
        names.serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Vocab {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let names = Vec::<&str>::deserialize(deserializer)?;
        let mut vocab = Self::default();
        for name in &names {
            vocab.id(name);
        }
        if vocab.rows() == names.len() + 1 { Ok(vocab) } else { Err(de::Error::custom("a name stands twice")) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Choices, Held, import};

    fn read(log: &str, table: &str) -> Imported {
        let log = Held { name: "clicks.csv", content: log.as_bytes() };
        let table = Held { name: "goods.csv", content: table.as_bytes() };
        let (report, imported) = import(&[&log, &table], &Choices::default());
        assert_eq!(report.refused, None);
        imported.unwrap()
    }

    fn shop() -> Imported {
        let rows: Vec<String> =
            (0..40).map(|n| format!("u{},가{},2026-03-{:02}T10:00:00.5Z", n % 4, n % 7, 1 + n % 28)).collect();
        read(
            &format!("user,item,time\n{}\n", rows.join("\n")),
            "item,title,brand,tags,price\n가0,Nought,a,x|y,1.5\n가1,One,b,y|z,20\n가2,Two,a,x|z,3\n가9,Nine,b,x|y,4\n",
        )
    }

    #[test]
    fn what_comes_back_is_what_went_in() {
        let shop = shop();
        let back = Imported::from_bytes(&shop.to_bytes()).unwrap();
        assert_eq!(back.log.clicks, shop.log.clicks);
        assert_eq!((back.log.unit, back.order), (shop.log.unit, shop.order));
        assert!(back.log.items.names().eq(shop.log.items.names()));
        assert_eq!(back.items.titles, shop.items.titles);
        assert!(back.items.describes("가9") && !back.items.describes("가3"));
        assert_eq!(back.items.attributes.len(), shop.items.attributes.len());
        for (back, before) in back.items.attributes.iter().zip(&shop.items.attributes) {
            assert_eq!((&back.name, back.kind, &back.of_item), (&before.name, before.kind, &before.of_item));
            assert!(back.values.names().eq(before.values.names()));
        }
    }

    #[test]
    fn other_bytes_are_refused_and_never_panic() {
        let bytes = shop().to_bytes();
        assert!(Imported::from_bytes(&[]).is_err());
        assert!(Imported::from_bytes(&[&[VERSION + 1], &bytes[1..]].concat()).is_err());
        for cut in 0..bytes.len() {
            assert!(Imported::from_bytes(&bytes[..cut]).is_err(), "cut after {cut}");
        }
        assert!(Imported::from_bytes(&[bytes.as_slice(), &[0]].concat()).is_err());
        for at in 1..bytes.len() {
            for flip in [1, 0x40, 0x80] {
                let mut hurt = bytes.clone();
                hurt[at] ^= flip;
                // Another letter of a name is a name.
                let _ = Imported::from_bytes(&hurt);
            }
        }
    }

    #[test]
    fn an_id_without_a_name_is_refused() {
        let mut shop = shop();
        shop.log.clicks[3].item = u32::try_from(shop.log.items.rows()).unwrap();
        assert_eq!(Imported::from_bytes(&shop.to_bytes()).unwrap_err(), NotOurs);
    }
}
