// Joins the comparison to the page: its trainer, and the shelf of models that can answer the visitor's session.
import { t } from "../../../content";
import { prepareComparison } from "../../../state/compare";
import { offerTrained } from "../../../state/shelf";
import { connectTrainer } from "../../../worker/connectTrainer";

prepareComparison({
  connect: connectTrainer,
  offer: offerTrained,
  label: (seed, epoch) => t().compare.weightsLabel(String(seed), String(epoch)),
});
