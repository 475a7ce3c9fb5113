// Where a browser has Trusted Types, the page's policy forbids to hand it markup, code, or the address of a script as text. This is the only
// rule that lets anything through: addresses of the page's own workers. There is none for markup and code: the page has neither.
{
  const OWN = /\/(?:assets\/\w+\.worker-[\w-]{8}\.js|service-worker\.js|www\/worker\/\w+\.worker\.ts)$/;
  // By the whole address: what a page has made itself, "blob:", is of its origin, too.
  const isOwn = ({ href, pathname }) => href.startsWith(`${location.origin}/`) && OWN.test(pathname);
  globalThis.trustedTypes?.createPolicy("default", {
    createScriptURL: (address) => (isOwn(new URL(address, document.baseURI)) ? address : null),
  });
}
