// Forms by the names that their publishers gave them; a table of somebody's own has none.
import { t } from "../../../content";

const NAMES: Readonly<Record<string, string>> = {
  "amazon-2014": "Amazon, 2014",
  "amazon-2018": "Amazon, 2018",
  "amazon-2023": "Amazon, 2023",
  diginetica: "Diginetica",
  "lastfm-1k": "Last.fm 1K",
  "movielens-100k": "MovieLens-100K",
  "movielens-1m": "MovieLens-1M",
  "movielens-csv": "MovieLens",
  recbole: "RecBole",
  retailrocket: "Retailrocket",
  s3rec: "S³-Rec",
  steam: "Steam",
  tmall: "Tmall",
  yelp: "Yelp",
  yoochoose: "Yoochoose",
};

export function formatName(format: string): string {
  const { formats } = t().imported.columns;
  return NAMES[format] ?? formats[format] ?? format;
}
