import type { Child } from 'hono/jsx';
import type { StatusMark } from '../core/document.ts';
import type { Lang } from '../core/words.ts';
import { When } from './parts.tsx';
import { ShapeMark, Status } from './status.tsx';
import { uiWords } from './words.ts';

export type CycleStep = {
  readonly name: string;
  /** `unknown`: its day has passed and nothing is known of it. */
  readonly state: 'past' | 'now' | 'next' | 'unknown';
  /** «10 mar», «hasta 16 mar», «por convocar». */
  readonly when: string;
  readonly href?: string | undefined;
  /** What is missing, from whom; for the step in course. */
  readonly note?: Child;
};

/** Where we are in a cycle: one line through its steps, the present one open. */
export function Cycle({ lang, label, steps }: { readonly lang: Lang; readonly label: string; readonly steps: readonly CycleStep[] }) {
  const w = uiWords(lang);
  const said = { past: w.stepPast, now: w.stepNow, next: w.stepNext, unknown: w.stepUnknown };
  return (
    <ol class="cycle" aria-label={label}>
      {steps.map((step) => (
        <li class={step.state} aria-current={step.state === 'now' ? 'step' : undefined}>
          <b>
            {step.state === 'past' && <ShapeMark shape="done" />}
            {step.state === 'unknown' && <ShapeMark shape="unknown" />}
            <span class="vh">{said[step.state]} </span>
            {step.href === undefined ? step.name : <a href={step.href}>{step.name}</a>}
          </b>
          <span>{step.when}</span>
          {step.note !== undefined && <span>{step.note}</span>}
        </li>
      ))}
    </ol>
  );
}

export type StripStep = { readonly name: string; readonly mark: StatusMark; readonly detail?: Child };

/** Steps of one run side by side, each with how it went; in the order in which they were to run. */
export const Strip = ({ label, steps }: { readonly label: string; readonly steps: readonly StripStep[] }) => (
  <ol class="strip" aria-label={label}>
    {steps.map(({ name, mark, detail }) => (
      <li class={mark.shape}>
        <b>{name}</b>
        <Status {...mark} />
        {detail !== undefined && <span class="detail">{detail}</span>}
      </li>
    ))}
  </ol>
);

export type TimelineItem = {
  /** As it is read; with `dateTime` (ISO) it is a date. */
  readonly when: string;
  readonly dateTime?: string | undefined;
  readonly mark?: StatusMark | undefined;
  readonly title: Child;
  readonly detail?: Child;
};

/** What happened or will, in order. */
export const Timeline = ({ label, items }: { readonly label: string; readonly items: readonly TimelineItem[] }) => (
  <ol class="line" aria-label={label}>
    {items.map((item) => (
      <li>
        <When when={item.when} dateTime={item.dateTime} />
        <span class="mark">{item.mark ? <Status {...item.mark} showWord={false} /> : null}</span>
        <div class="what">
          <strong>{item.title}</strong>
          {item.detail !== undefined && <div class="detail">{item.detail}</div>}
        </div>
      </li>
    ))}
  </ol>
);

type WhyProps = {
  readonly id: string;
  /** «Por qué vence el 7 de febrero de 2020». */
  readonly title: string;
  /** The rule in words. */
  readonly rule?: Child;
  /** From what is known to what follows, in order. */
  readonly steps: readonly Child[];
  /** Where it is written. */
  readonly citation: Child;
  /** How well the rule is known. */
  readonly confirmation?: StatusMark | undefined;
  readonly more?: { readonly href: string; readonly label: string } | undefined;
};

/** The reason of a date, an alert or a figure: rule, steps, citation, and how well it is confirmed. */
export const Why = ({ id, title, rule, steps, citation, confirmation, more }: WhyProps) => (
  <section class="why" id={id} aria-labelledby={`${id}-t`}>
    <h2 id={`${id}-t`}>{title}</h2>
    {rule !== undefined && <p class="rule">{rule}</p>}
    <ol>
      {steps.map((step) => (
        <li>
          <span>{step}</span>
        </li>
      ))}
    </ol>
    <p class="cite">
      <span>{citation}</span>
      {confirmation && <Status {...confirmation} />}
      {more && <a href={more.href}>{more.label}</a>}
    </p>
  </section>
);
