/** "T^T Q_s W_{K,s}^T": letters and numbers after _ stand below, after ^ above; braces hold more than one. */
export function Formula({ text }: { text: string }) {
  return (
    <p class="gradients-formula">
      {text.split(/([_^](?:\{[^}]*\}|[A-Za-z]))/).map((piece, index) => {
        if (index % 2 === 0) return piece;
        const inner = piece.slice(1).replace(/[{}]/g, "");
        return piece.startsWith("_") ? <sub key={index}>{inner}</sub> : <sup key={index}>{inner}</sup>;
      })}
    </p>
  );
}
