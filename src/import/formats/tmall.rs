//! Tmall's repeat buyers (`tianchi.aliyun.com/dataset/42`, `user_log_format1.csv`): times are month and day, and what describes an item
//! stands beside each click.

use super::{Content, Is, Known};

/// Its files.
pub const KNOWN: [Known; 3] = [
    Known {
        format: "tmall",
        content: Content::Log,
        needs: &["user_id", "item_id", "cat_id", "seller_id", "time_stamp"],
        columns: &CLICKS,
    },
    Known {
        format: "tmall",
        content: Content::Log,
        needs: &["user_id", "item_id", "cat_id", "merchant_id", "time_stamp"],
        columns: &CLICKS,
    },
    Known {
        format: "tmall",
        content: Content::Other("a description of the users"),
        needs: &["user_id", "age_range", "gender"],
        columns: &[],
    },
];

const CLICKS: [(&str, Is); 8] = [
    ("user_id", Is::User),
    ("item_id", Is::Item),
    ("cat_id", Is::Single),
    ("seller_id", Is::Single),
    ("merchant_id", Is::Single),
    ("brand_id", Is::Single),
    ("time_stamp", Is::Time),
    ("action_type", Is::Event),
];
