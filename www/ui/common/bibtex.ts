// How the paper and this page are cited; CITATION.cff says the same, held by a test.

export const PAPER_BIBTEX = `@inproceedings{xie2022decoupled,
  title     = {Decoupled Side Information Fusion
               for Sequential Recommendation},
  author    = {Xie, Yueqi and Zhou, Peilin and Kim, Sunghun},
  booktitle = {Proceedings of the 45th International ACM SIGIR
               Conference on Research and Development
               in Information Retrieval},
  year      = {2022},
  doi       = {10.1145/3477495.3531963}
}`;

export const PAGE_BIBTEX = `@software{difsrlab,
  title   = {{DIF-SR Lab}: the {DIF-SR} sequential recommender,
             trained and explained in the browser},
  author  = {{The DIF-SR Lab authors}},
  version = {0.1.0}
}`;
