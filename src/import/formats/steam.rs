//! Steam's reviews and games (`cseweb.ucsd.edu/~jmcauley/datasets.html#steam_data`): Python 2 dictionaries a line. Users are told apart
//! by name: `user_id` stands on some lines only.

use super::{Content, Is, Known};

/// Its files.
pub const KNOWN: [Known; 2] = [
    Known {
        format: "steam",
        content: Content::Log,
        needs: &["username", "product_id", "date"],
        columns: &[
            ("username", Is::User),
            ("product_id", Is::Item),
            ("date", Is::Time),
            ("user_id", Is::Not("stands on some lines only: the name tells users apart")),
        ],
    },
    Known {
        format: "steam",
        content: Content::Items,
        needs: &["id", "app_name"],
        columns: &[
            ("id", Is::Item),
            ("app_name", Is::Title),
            ("genres", Is::List),
            ("tags", Is::List),
            ("developer", Is::Single),
            ("publisher", Is::Single),
        ],
    },
];
