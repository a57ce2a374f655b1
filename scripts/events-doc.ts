import { writeFileSync } from 'node:fs';
import { z } from 'zod';
import { type EventType, eventWords } from '../src/app/log-words.ts';
import { eventSchemas } from '../src/app/world.ts';

type Schema = {
  readonly type?: string;
  readonly format?: string;
  readonly enum?: readonly unknown[];
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
};

/** A field's form in one line: `date`, `text`, `list of {opl: text, …}`. */
function formOf(schema: Schema, depth = 0): string {
  if (schema.enum) return schema.enum.map((one) => `\`${String(one)}\``).join(' or ');
  if (schema.items) return `list of ${formOf(schema.items, depth + 1)}`;
  if (schema.properties) {
    const names = Object.keys(schema.properties);
    if (names.join() === 'es,en') return 'text in es and en';
    return depth > 1
      ? `{${names.join(', ')}}`
      : `{${names.map((name) => `${name}${schema.required?.includes(name) ? '' : '?'}`).join(', ')}}`;
  }
  if (schema.format === 'date') return 'date';
  if (schema.type === 'string') return 'text';
  return schema.type ?? 'any';
}

/** `docs/events.md`: every event of the house with what it carries, from the schemas that guard the log. */
export function eventsDoc(): string {
  const parts = [
    '# Events',
    'Written by `node scripts/events-doc.ts` from the schemas; a test keeps it fresh. `?` marks a field that may be absent.',
  ];
  for (const [slice, schemas] of Object.entries(eventSchemas)) {
    parts.push(`## ${slice}`);
    for (const [type, schema] of Object.entries(schemas)) {
      const { properties = {}, required = [] } = z.toJSONSchema(schema, { unrepresentable: 'any' }) as Schema; // JSON Schema of an object
      const rows = Object.entries(properties).map(([name, one]) => `| \`${name}\`${required.includes(name) ? '' : '?'} | ${formOf(one)} |`);
      const words = eventWords[type as EventType]; // the schemas' keys are the event types
      parts.push(`### ${type}`, `${words.es} · ${words.en}`, ['| field | form |', '| --- | --- |', ...rows].join('\n'));
    }
  }
  return `${parts.join('\n\n')}\n`;
}

if (import.meta.main) writeFileSync(new URL('../docs/events.md', import.meta.url), eventsDoc());
