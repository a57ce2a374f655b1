-- How a published cell becomes a value of the model. Every macro takes the cell as text and gives NULL for what it cannot read.
-- Each begins with the shape nearly every cell has, since a national cut has ten million of them.

-- Text without its protection: outer blanks, apostrophes, quotes, `=`. What begins with a digit or a letter has none. Each of the three says it
-- whole, since a macro inside a macro is worked out as often as its argument is named.
create or replace temp macro prep_trimmed(x) as nullif(trim(x, ' ''"=`´‘’' || chr(9) || chr(160)), '');
create or replace temp macro prep_bare(x) as
  case
    when (x >= '0' and x < '=') or x >= '@' then x
    when starts_with(x, '''') and not contains(x, ' ') then nullif(replace(x, '''', ''), '')
    else prep_trimmed(x)
  end;
-- `-` stands for nothing in identity, origin and integrity; so do `N/A` and `NULL` for the type of casilla and the image's code.
create or replace temp macro prep_named(x) as
  case
    when (x >= '0' and x < '=') or x >= '@' then x
    when x = '-' then null
    when starts_with(x, '''') and not contains(x, ' ') then nullif(nullif(replace(x, '''', ''), ''), '-')
    else nullif(prep_trimmed(x), '-')
  end;
create or replace temp macro prep_meant(x) as
  case
    when x in ('N/A', 'NULL') then null
    when (x >= '0' and x < '=') or x >= '@' then x
    when x = '-' then null
    when prep_trimmed(x) in ('-', 'N/A', 'NULL') then null
    else prep_trimmed(x)
  end;

-- The same of a column in which cells end in blanks.
create or replace temp macro prep_bare_padded(x) as prep_trimmed(x);
create or replace temp macro prep_named_padded(x) as nullif(prep_trimmed(x), '-');
create or replace temp macro prep_meant_padded(x) as case when prep_trimmed(x) in ('-', 'N/A', 'NULL') then null else prep_trimmed(x) end;

-- A number that is not said at all is null. What begins otherwise than a number is kept from being cast unseen (` - ` would become zero) by an
-- apostrophe, the protection that `prep_number` takes off again.
create or replace temp macro prep_unsaid(x) as case when x >= '0' then x when x in ('-', '') then null else '''' || x end;

-- A whole number written otherwise than as digits: protected, with thousands commas, with a zero decimal. `12.5` is none.
create or replace temp macro prep_is_odd_number(x) as regexp_full_match(x, '[\s\x{A0}''"=`´‘’]*[+-]?(\d+|\d{1,3}([, \x{A0}]\d{3})+)(\.0*)?[\s\x{A0}''"]*');
-- Without this ` - ` would be cast to zero.
create or replace temp macro prep_has_digit(x) as regexp_matches(x, '\d');
create or replace temp macro prep_number(x) as
  case
    when x in ('', '-', 'SIN ACTA', 'SIN DATO', 'ILEGIBLE', 'N/A') or not prep_has_digit(x) then null
    when try_cast(x as bigint) is not null and not contains(x, '.') then try_cast(x as bigint)
    when prep_is_odd_number(x) then try_cast(regexp_replace(split_part(x, '.', 1), '[^0-9-]', '', 'g') as bigint)
  end;

-- Text compared by its letters: upper case, no accents, `_` as a blank.
create or replace temp macro prep_fold(x) as upper(strip_accents(trim(replace(x, '_', ' '), ' ''"=`´‘’' || chr(9) || chr(160))));

-- Why a cell holds no number; NULL when it holds one. `prep_special` is made of the table of special texts.
create or replace temp macro prep_vote_status(x) as
  case
    when try_cast(x as bigint) is not null and not contains(x, '.') and prep_has_digit(x) then null
    when x is null then 'blank'
    when prep_is_odd_number(x) then null
    else prep_special(prep_fold(x))
  end;

-- Local time of the publisher. Days before months; a published offset is left out, since the rest of the file is local time too.
create or replace temp macro prep_time(x) as
  case
    when x is null or x in ('', '-', 'N/A') then null
    when length(x) = 19 and x[5] = '-' then try_cast(x as timestamp)
    -- Two digits of a year, which `%Y` would take for the year 24.
    when length(x) < 19 and regexp_matches(x, '^[\s'']*\d\d?[/-]\d\d?[/-]\d\d[ T,]')
      then try_strptime(replace(prep_trimmed(x), '-', '/'), ['%d/%m/%y %H:%M:%S', '%d/%m/%y %H:%M'])
    else coalesce(
      try_strptime(x, '%d/%m/%Y %H:%M:%S'),
      try_strptime(
        regexp_replace(
          regexp_replace(prep_trimmed(x), '\s*\(?(UTC|GMT)?\s*(Z|[+-]\d\d?(:?\d\d)?)?\)?$', ''),
          '\s*([apAP])\.?\s?[mM]\.?$', ' \1M'
        ),
        ['%d/%m/%Y %H:%M', '%Y-%m-%d %H:%M:%S.%f', '%Y-%m-%d %H:%M:%S', '%Y-%m-%d %H:%M', '%d/%m/%Y %H:%M:%S', '%Y/%m/%d %H:%M:%S',
         '%Y/%m/%d %H:%M', '%d-%m-%Y %H:%M:%S', '%d-%m-%Y %H:%M', '%d/%m/%Y %H:%M:%S.%f', '%Y/%m/%d %H:%M:%S.%f', '%Y-%m-%dT%H:%M:%S',
         '%Y-%m-%dT%H:%M:%S.%f', '%d/%m/%Y %I:%M:%S %p', '%d/%m/%Y %I:%M %p', '%Y-%m-%d %I:%M:%S %p', '%d/%m/%Y']
      )
    )
  end;

-- What OBSERVACIONES says, whatever joins its parts. `TODOS ILEGIBLES O SIN DATO` is both: either alone may be meant. `parts` is the same
-- text without its `TODOS …`, for what is said of single fields.
create or replace temp macro prep_observed_flags(observed, parts) as list_filter([
  case when contains(observed, 'EXCEDE') then 'over-list' end,
  case when contains(parts, 'ILEGIBLE') then 'illegible' end,
  case when contains(parts, 'SIN DATO') or regexp_matches(parts, '\bVACI[OA]') then 'no-data' end,
  case when contains(observed, 'SIN ACTA') then 'no-acta' end,
  case when regexp_matches(observed, 'FUERA (DE )?CAT') then 'out-of-catalogue' end,
  case when regexp_matches(observed, 'TODOS[^,.;\]]*ILEGIBLE') then 'all-illegible' end,
  case when regexp_matches(observed, 'TODOS[^,.;\]]*(SIN DATO|VACIO|BLANCO)') then 'all-blank' end,
  case when not regexp_matches(observed, 'EXCEDE|ILEGIBLE|SIN DATO|\bVACI[OA]|SIN ACTA|FUERA (DE )?CAT|^(-*|N/A|S/O|NULL|NAN|NONE|NINGUNA|\[\]|SIN (OBSERVACION(ES)?|INCONSISTENCIAS?|COMENTARIOS?))?[.]?$') then 'other' end
], lambda flag: flag is not null);
create or replace temp macro prep_flags(x) as
  case
    when x is null or x in ('', ' ', '-', ' - ') then []::varchar[]
    when x = 'ALGUN CAMPO ILEGIBLE O SIN DATO' then ['illegible', 'no-data']
    when x = 'TODOS ILEGIBLES O SIN DATO' then ['all-illegible', 'all-blank']
    when x = 'EXCEDE LISTA NOMINAL' then ['over-list']
    when x = '[''Sin dato'']' then ['no-data']
    when x in ('SIN ACTA POR PAQUETE NO ENTREGADO', 'SIN ACTA POR CASILLA NO INSTALADA', 'SIN ACTA POR PAQUETE ENTREGADO SIN BOLSA',
               'SIN ACTA POR PAQUETE ENTREGADO SIN SOBRE') then ['no-acta']
    else prep_observed_flags(prep_fold(x), regexp_replace(prep_fold(x), 'TODOS[^,.;\]]*', ''))
  end;

-- Words for 1 and 0. A long `in (…)` outside a lambda is planned as a join, which loses the order of the file: here, and in every macro.
create or replace temp macro prep_counted_word(x) as
  case
    when regexp_full_match(x, '1\.0|SI|S|TRUE|VERDADERO|CONTABILIZAD[AO]') then '1'
    when regexp_full_match(x, '0\.0|NO|N|FALSE|FALSO|NO CONTABILIZAD[AO]') then '0'
    when x = '2.0' then '2'
    else x
  end;
create or replace temp macro prep_counted(x) as
  case when x in ('1', '0', '2', '-') then x when x = '' then null else prep_counted_word(upper(strip_accents(prep_trimmed(x)))) end;
-- Status of an acta. Publishers mark what is out of the catalogue by CONTABILIZADA 2, by its observation, or by having no key and no type.
create or replace temp macro prep_status(counted, flags, key, acta_key, casilla_type) as
  case
    when counted = '1' then 'counted'
    when counted = '2' or list_contains(flags, 'out-of-catalogue') then 'out-of-catalogue'
    when key is null and acta_key is null and casilla_type is null then 'out-of-catalogue'
    when counted = '0' then 'not-counted'
    else 'not-captured'
  end;
