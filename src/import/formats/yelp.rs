//! Yelp's open dataset (`business.yelp.com/data/resources/open-dataset`): objects a line; `categories` is one text with commas, a
//! list in older releases, or null.

use super::{Content, Is, Known};

/// Its files.
pub const KNOWN: [Known; 5] = [
    Known {
        format: "yelp",
        content: Content::Log,
        needs: &["review_id", "user_id", "business_id", "date"],
        columns: &[("user_id", Is::User), ("business_id", Is::Item), ("stars", Is::Rating), ("date", Is::Time)],
    },
    Known {
        format: "yelp",
        content: Content::Items,
        needs: &["business_id", "name", "city"],
        columns: &[
            ("business_id", Is::Item),
            ("name", Is::Title),
            ("city", Is::Single),
            ("state", Is::Single),
            ("categories", Is::Bag(",")),
        ],
    },
    Known {
        format: "yelp",
        content: Content::Other("tips"),
        needs: &["user_id", "business_id", "compliment_count"],
        columns: &[],
    },
    Known {
        format: "yelp",
        content: Content::Other("a description of the users"),
        needs: &["user_id", "yelping_since"],
        columns: &[],
    },
    Known { format: "yelp", content: Content::Other("photographs"), needs: &["photo_id", "business_id"], columns: &[] },
];
