import type { Child } from 'hono/jsx';
import type { Lang } from '../core/words.ts';
import { Submit } from './buttons.tsx';
import { Csrf } from './forms.tsx';
import { uiWords } from './words.ts';

type PasskeyFormProps = {
  readonly lang: Lang;
  readonly action: string;
  readonly csrf: string;
  /** `create` adds a key, `get` asks for one. */
  readonly use: 'create' | 'get';
  readonly ticket: string;
  /** What the browser is asked, as JSON. */
  readonly options: string;
  readonly button: string;
  readonly children?: Child;
};
/** A form that the device fills in (`web/passkeys.js`). Browsers offer passkeys to scripts alone: without script it says so. */
export const PasskeyForm = ({ lang, action, csrf, use, ticket, options, button, children }: PasskeyFormProps) => {
  const t = uiWords(lang);
  return (
    <form
      class="form"
      action={action}
      method="post"
      data-passkey={use}
      data-options={options}
      data-failed={t.keyFailed}
      data-unsupported={t.keyUnsupported}
      novalidate
    >
      <Csrf token={csrf} />
      <input type="hidden" name="boleto" value={ticket} />
      <input type="hidden" name="respuesta" value="" />
      {children}
      <Submit>{button}</Submit>
      <p class="small" role="status"></p>
      <noscript>
        <p class="small">{t.keyNeedsScript}</p>
      </noscript>
    </form>
  );
};
