/** Sources that stay apart until the hexagon. */
export function Logo() {
  return (
    <svg class="logo" viewBox="0 0 28 28" aria-hidden="true" focusable="false">
      <path class="logo-edge" d="M8 3h12l6 11-6 11H8L2 14z" />
      <circle data-source="item" cx="9" cy="10.5" r="2.2" />
      <path data-source="attr1" d="M12 8.5h4v4h-4z" />
      <path data-source="attr2" d="M19 7.8l2.7 2.7-2.7 2.7-2.7-2.7z" />
      <path class="logo-join" d="M9 14.5c0 3.5 5 2 5 6.5M14 14.5V21M19 14.5c0 3.5-5 2-5 6.5" />
    </svg>
  );
}
