declare const brand: unique symbol;
/** A string that cannot be mistaken for another kind of string. */
export type Branded<Name extends string> = string & { readonly [brand]: Name };

export type ProcessId = Branded<'ProcessId'>; // pel-2019-2020
export type OplId = Branded<'OplId'>; // iec, ieeh
export type ObligationCode = Branded<'ObligationCode'>; // E14, E10b, M02
export type NormId = Branded<'NormId'>; // anexo13-2016
export type OfficeId = Branded<'OfficeId'>; // secretaria-tecnica
export type PersonId = Branded<'PersonId'>; // opaque key of the personal-data store
export type OrganisationId = Branded<'OrganisationId'>; // ine, iec

/** Lower-case words joined by hyphens: the form of every id a person may type or see in an address. */
export const idPattern = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** Brands a string that has been checked at one of the doors (schema, form, command line). */
export const asId = <T extends Branded<string>>(text: string): T => text as T; // the caller has checked the form
