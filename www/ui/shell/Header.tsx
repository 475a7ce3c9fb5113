import { t } from "../../content";
import { DataMenu } from "../data/DataMenu";
import { BackendBadge } from "./BackendBadge";
import { HeaderTools } from "./HeaderTools";
import { Logo } from "./Logo";
import { ModelInfo } from "./ModelInfo";
import { useAboutPlace } from "./useAboutPlace";

export function Header() {
  const words = t().shell;
  const about = useAboutPlace(words.about);
  return (
    <header class="top">
      <div class="brand">
        <Logo />
        <h1>{words.title}</h1>
      </div>
      <div class="pickers">
        <DataMenu />
        <ModelInfo />
      </div>
      <BackendBadge />
      <p ref={about} class="top-about">
        {words.about}
      </p>
      <HeaderTools />
    </header>
  );
}
