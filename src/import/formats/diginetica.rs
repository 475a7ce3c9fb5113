//! Diginetica (CIKM Cup 2016, `competitions.codalab.org/competitions/11161`): semicolons, most users NA, and a time that only the date
//! and `timeframe`, in milliseconds, give together.

use super::{Content, Is, Known};
use crate::times::Unit;

/// Its files.
pub const KNOWN: [Known; 6] = [
    Known {
        format: "diginetica",
        content: Content::Other("purchases"),
        needs: &["sessionId", "ordernumber", "itemId"],
        columns: &[],
    },
    Known { format: "diginetica", content: Content::Other("searches"), needs: &["queryId"], columns: &[] },
    Known {
        format: "diginetica",
        content: Content::Log,
        needs: &["sessionId", "itemId", "timeframe", "eventdate"],
        columns: &[
            ("sessionId", Is::Session),
            ("userId", Is::Not("mostly NA: the session makes the sequence")),
            ("user_id", Is::Not("mostly NA: the session makes the sequence")),
            ("itemId", Is::Item),
            ("timeframe", Is::TimeOfDay(Unit::Milliseconds)),
            ("eventdate", Is::Date),
        ],
    },
    Known {
        format: "diginetica",
        content: Content::Items,
        needs: &["itemId", "categoryId"],
        columns: &[("itemId", Is::Item), ("categoryId", Is::Single)],
    },
    Known {
        format: "diginetica",
        content: Content::Items,
        needs: &["itemId", "pricelog2"],
        columns: &[
            ("itemId", Is::Item),
            ("pricelog2", Is::Single),
            (
                "product.name.tokens",
                Is::Not("the words of the name as numbers; role attribute, kind bag, separator \",\" reads them"),
            ),
        ],
    },
    Known {
        format: "diginetica",
        content: Content::Other("which category lies in which"),
        needs: &["categoryId", "parentId"],
        columns: &[],
    },
];
