import { catalogue } from '../core/words.ts';

export const manualWords = catalogue({
  manual: { es: 'Manual', en: 'Handbook' },
  meta: {
    es: 'Una página por cargo. Las imágenes son del ejemplo de 2019-2020.',
    en: 'One page for each office, in Spanish. The pictures are of the example of 2019-2020.',
  },
  forAll: { es: 'Para empezar', en: 'To begin' },
  byOffice: { es: 'Por cargo', en: 'By office' },
  yours: { es: 'la de su cargo', en: 'that of your office' },
  noSuchPage: { es: 'El manual no tiene esa página.', en: 'The manual has no such page.' },
});
