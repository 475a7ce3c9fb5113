//! Amazon's reviews and meta data, as published by J. `McAuley`'s group: 2014 (`jmcauley.ucsd.edu/data/amazon/links.html`), 2018
//! (`nijianmo.github.io/amazon`), 2023 (`amazon-reviews-2023.github.io`), and their files of ratings alone.

use super::{Content, Is, Known, Plan, is_number, is_rating, most, plan, texts};
use crate::form::Form;

/// Files with a header, or with keys.
pub const KNOWN: [Known; 6] = [
    Known {
        format: "amazon-2023",
        content: Content::Log,
        needs: &["user_id", "parent_asin", "timestamp"],
        columns: &[
            ("user_id", Is::User),
            ("parent_asin", Is::Item),
            ("rating", Is::Rating),
            ("timestamp", Is::Time),
            ("history", Is::Not("the items before, which have rows of their own: not read")),
            ("asin", Is::Not("the variant of the product: parent_asin is what the meta data describes")),
        ],
    },
    Known {
        format: "amazon-2023",
        content: Content::Items,
        needs: &["parent_asin", "title"],
        columns: &[
            ("parent_asin", Is::Item),
            ("title", Is::Title),
            ("main_category", Is::Single),
            ("store", Is::Single),
            ("categories", Is::List),
        ],
    },
    Known {
        format: "amazon-2014",
        content: Content::Log,
        needs: &["reviewerID", "asin", "unixReviewTime"],
        columns: &[
            ("reviewerID", Is::User),
            ("asin", Is::Item),
            ("overall", Is::Rating),
            ("unixReviewTime", Is::Time),
            ("reviewTime", Is::Not("the same as unixReviewTime")),
        ],
    },
    Known { format: "amazon-2014", content: Content::Items, needs: &["asin", "categories"], columns: &META },
    Known { format: "amazon-2018", content: Content::Items, needs: &["asin", "category"], columns: &META },
    Known { format: "amazon-2014", content: Content::Items, needs: &["asin", "title"], columns: &META },
];

const META: [(&str, Is); 5] =
    [("asin", Is::Item), ("title", Is::Title), ("brand", Is::Single), ("categories", Is::List), ("category", Is::List)];

/// Ratings alone: `user,item,rating,time` in 2014, `item,user,rating,time` in 2018. What tells them apart is that a product has ten
/// characters, a book's number among them, and a reviewer more, of which the first is an A.
pub fn without_header(form: &Form) -> Option<Plan> {
    if form.columns.len() != 4 || !most(form, 2, is_rating) || !most(form, 3, is_number) {
        return None;
    }
    let products = |column| texts(form, column).filter(|cell| is_product(cell)).count();
    let reviewers = |column| texts(form, column).filter(|cell| is_reviewer(cell)).count();
    let fits = |user, item| 10 * products(item) >= 9 * form.rows.len() && 2 * reviewers(user) >= form.rows.len();
    let (user, item) = (("user", Is::User), ("item", Is::Item));
    let behind = [("rating", Is::Rating), ("timestamp", Is::Time)];
    if fits(0, 1) {
        Some(plan(form, "amazon-2014", Content::Log, &[user, item, behind[0], behind[1]]))
    } else if fits(1, 0) {
        Some(plan(form, "amazon-2018", Content::Log, &[item, user, behind[0], behind[1]]))
    } else {
        None
    }
}

fn is_product(cell: &str) -> bool {
    cell.len() == 10 && cell.bytes().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit())
}

fn is_reviewer(cell: &str) -> bool {
    cell.len() > 10
        && cell.starts_with('A')
        && cell.bytes().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit())
}
