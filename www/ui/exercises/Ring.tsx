/** Empty, an arc as long as it is near, or a tick. */
export function Ring({ near, isSolved }: { near: number; isSolved: boolean }) {
  return (
    <svg class="ring" viewBox="0 0 20 20" aria-hidden="true">
      <circle cx="10" cy="10" r="8" pathLength="100" class="ring-track" />
      <circle
        cx="10"
        cy="10"
        r="8"
        pathLength="100"
        class="ring-arc"
        stroke-dasharray={`${isSolved ? 100 : near * 100} 100`}
      />
      {isSolved && <path d="M6 10.5l3 3 5.5-6" />}
    </svg>
  );
}
