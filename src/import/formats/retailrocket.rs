//! Retailrocket (`kaggle.com/datasets/retailrocket/ecommerce-dataset`): three kinds of events, times in milliseconds, and properties of
//! items that change over time, one a row.

use super::{Content, Is, Known};

/// Its files.
pub const KNOWN: [Known; 3] = [
    Known {
        format: "retailrocket",
        content: Content::Log,
        needs: &["timestamp", "visitorid", "event", "itemid"],
        columns: &[
            ("timestamp", Is::Time),
            ("visitorid", Is::User),
            ("event", Is::Event),
            ("itemid", Is::Item),
            ("transactionid", Is::Not("a purchase, not a session")),
        ],
    },
    Known {
        format: "retailrocket",
        content: Content::Items,
        needs: &["timestamp", "itemid", "property", "value"],
        columns: &[("timestamp", Is::Time), ("itemid", Is::Item), ("property", Is::LongName), ("value", Is::LongValue)],
    },
    Known {
        format: "retailrocket",
        content: Content::Other("which category lies in which"),
        needs: &["categoryid", "parentid"],
        columns: &[],
    },
];
