// What the article rests on. Names, titles and places of publication are the same in every language.

export interface Reference {
  readonly authors: string;
  readonly title: string;
  readonly where: string;
  readonly href: string;
}

const doi = (name: string) => `https://doi.org/${name}`;

/** In the order in which the article speaks of them. */
export const REFERENCES = {
  sasrec: {
    authors: "W.-C. Kang, J. McAuley",
    title: "Self-Attentive Sequential Recommendation",
    where: "ICDM 2018",
    href: doi("10.1109/ICDM.2018.00035"),
  },
  difsr: {
    authors: "Y. Xie, P. Zhou, S. Kim",
    title: "Decoupled Side Information Fusion for Sequential Recommendation",
    where: "SIGIR 2022",
    href: doi("10.1145/3477495.3531963"),
  },
  code: {
    authors: "Y. Xie, P. Zhou, S. Kim",
    title: "DIF-SR",
    where: "GitHub",
    href: "https://github.com/AIM-SE/DIF-SR",
  },
  s3rec: {
    authors: "K. Zhou et al.",
    title: "S3-Rec: Self-Supervised Learning for Sequential Recommendation with Mutual Information Maximization",
    where: "CIKM 2020",
    href: doi("10.1145/3340531.3411954"),
  },
  jain: {
    authors: "S. Jain, B. C. Wallace",
    title: "Attention is not Explanation",
    where: "NAACL 2019",
    href: doi("10.18653/v1/N19-1357"),
  },
  wiegreffe: {
    authors: "S. Wiegreffe, Y. Pinter",
    title: "Attention is not not Explanation",
    where: "EMNLP 2019",
    href: doi("10.18653/v1/D19-1002"),
  },
  diff: {
    authors: "H.-y. Kim et al.",
    title: "DIFF: Dual Side-Information Filtering and Fusion for Sequential Recommendation",
    where: "SIGIR 2025",
    href: doi("10.48550/arXiv.2505.13974"),
  },
  mssr: {
    authors: "X. Lin et al.",
    title:
      "Multi-Sequence Attentive User Representation Learning for Side-information Integrated Sequential Recommendation",
    where: "WSDM 2024",
    href: doi("10.1145/3616855.3635815"),
  },
  tasif: {
    authors: "J. Luo, W. Zhang, X. Zhang, Y. Fang",
    title: "Time-Aware Adaptive Side Information Fusion for Sequential Recommendation",
    where: "WSDM 2026",
    href: doi("10.48550/arXiv.2512.24246"),
  },
  esasrec: {
    authors: "D. Tikhonovich et al.",
    title: "eSASRec: Enhancing Transformer-based Recommendations in a Modular Fashion",
    where: "RecSys 2025",
    href: doi("10.1145/3705328.3759317"),
  },
} as const satisfies Readonly<Record<string, Reference>>;

export type ReferenceId = keyof typeof REFERENCES;
export const REFERENCE_IDS = Object.keys(REFERENCES) as ReferenceId[];
