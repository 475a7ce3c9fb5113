//! `MovieLens`, as `GroupLens` publishes it: 100K (`u.data`, `u.item`, `u.genre`, README), 1M and 10M (`ratings.dat`, `movies.dat`),
//! and the later ones (`ratings.csv`, `movies.csv`). `files.grouplens.org/datasets/movielens/*-README`.

use super::{Content, Is, Known, Plan, is_number, is_rating, most, plan, texts};
use crate::dialect::{Dialect, Separator};
use crate::form::Form;
use crate::role::{AttributeRule, Column, Role, Split};

/// Files with a header.
pub const KNOWN: [Known; 5] = [
    Known {
        format: "movielens-csv",
        content: Content::Log,
        needs: &["userId", "movieId", "rating", "timestamp"],
        columns: &[("userId", Is::User), ("movieId", Is::Item), ("rating", Is::Rating), ("timestamp", Is::Time)],
    },
    Known {
        format: "movielens-csv",
        content: Content::Items,
        needs: &["movieId", "title", "genres"],
        columns: &[("movieId", Is::Item), ("title", Is::TitleWithYear), ("genres", Is::Bag("|"))],
    },
    Known {
        format: "movielens-csv",
        content: Content::Other("tags that users gave"),
        needs: &["userId", "movieId", "tag"],
        columns: &[],
    },
    Known {
        format: "movielens-csv",
        content: Content::Other("numbers of the films in other catalogues"),
        needs: &["movieId", "imdbId"],
        columns: &[],
    },
    Known {
        format: "movielens-csv",
        content: Content::Other("relevance of tags"),
        needs: &["movieId", "tagId", "relevance"],
        columns: &[],
    },
];

/// The genres of 100K in the order of their columns (`u.genre`).
const GENRES: [&str; 19] = [
    "unknown",
    "Action",
    "Adventure",
    "Animation",
    "Children's",
    "Comedy",
    "Crime",
    "Documentary",
    "Drama",
    "Fantasy",
    "Film-Noir",
    "Horror",
    "Musical",
    "Mystery",
    "Romance",
    "Sci-Fi",
    "Thriller",
    "War",
    "Western",
];
/// When the clicks of 100K were made, in seconds: 20 September 1997 to 23 April 1998.
const OF_100K: std::ops::RangeInclusive<i64> = 874_724_710..=893_286_638;

/// Files without a header, by their separators and what stands in their columns.
pub fn without_header(form: &Form, dialect: Dialect) -> Option<Plan> {
    match (dialect.separator, form.columns.len()) {
        (Separator::Tab, 4) => {
            let is_time =
                |cell: &str| crate::times::read_number(cell).is_some_and(|time| OF_100K.contains(&time.whole));
            let is_it = most(form, 0, is_number)
                && most(form, 1, is_number)
                && most(form, 2, is_rating)
                && most(form, 3, is_time);
            is_it.then(|| plan(form, "movielens-100k", Content::Log, &RATINGS))
        }
        (Separator::Bar, 24) => {
            (5..24).all(|column| most(form, column, |cell| matches!(cell, "0" | "1"))).then(|| films(form))
        }
        (Separator::Bar, 2) => {
            let is_it = form.rows.len() < 40
                && most(form, 1, is_number)
                && texts(form, 0).any(|name| GENRES[1..].contains(&name.as_str()));
            is_it.then(|| plan(form, "movielens-100k", Content::Other("the names of the genres"), &[]))
        }
        (Separator::Bar, 5) => most(form, 2, |cell| matches!(cell, "M" | "F"))
            .then(|| plan(form, "movielens-100k", Content::Other("a description of the users"), &[])),
        (Separator::Colons, 4) if most(form, 2, is_rating) && most(form, 3, is_number) => {
            Some(plan(form, "movielens-1m", Content::Log, &RATINGS))
        }
        (Separator::Colons, 4) => Some(plan(form, "movielens-1m", Content::Other("tags that users gave"), &[])),
        (Separator::Colons, 3) if most(form, 1, |title| title.ends_with(')')) => Some(plan(
            form,
            "movielens-1m",
            Content::Items,
            &[("1", Is::Item), ("title", Is::TitleWithYear), ("genres", Is::Bag("|"))],
        )),
        (Separator::Colons, 5) if most(form, 1, |cell| matches!(cell, "M" | "F")) => {
            Some(plan(form, "movielens-1m", Content::Other("a description of the users"), &[]))
        }
        _ => None,
    }
}

const RATINGS: [(&str, Is); 4] =
    [("user", Is::User), ("item", Is::Item), ("rating", Is::Rating), ("timestamp", Is::Time)];

/// `u.item`: the title with its year, two dates, an address, and a flag for each genre.
fn films(form: &Form) -> Plan {
    let mut films = plan(
        form,
        "movielens-100k",
        Content::Items,
        &[
            ("1", Is::Item),
            ("title", Is::TitleWithYear),
            ("release date", Is::Not("the title holds the year")),
            ("video release date", Is::Not("empty")),
            ("IMDb URL", Is::Not("an address")),
        ],
    );
    films.columns.extend(GENRES.iter().map(|genre| {
        let rule = AttributeRule { flag: Some((*genre).into()), ..AttributeRule::bag("genres", Split::At("|".into())) };
        Column::new(genre, Role::Attribute(rule), "a flag for a genre in movielens-100k")
    }));
    films
}
