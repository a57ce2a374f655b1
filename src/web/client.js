// @ts-check
// Everything works without this file: Turbo only saves whole-page loads and lets pages follow the log while they are open.
import { config } from '@hotwired/turbo';

// Its progress bar would need an inline style, which the content security policy refuses.
config.drive.progressBarDelay = 2 ** 30;

// A link to a place in the same page is the browser's own affair: Turbo 8.0.23 would load the page again, and what was typed would be lost.
addEventListener('turbo:click', (event) => {
  if (event.target instanceof Element && event.target.getAttribute('href')?.startsWith('#')) event.preventDefault();
});

// Whoever is writing is not interrupted: the page follows the log again once the form is sent or as it was.
addEventListener('turbo:before-stream-render', (event) => {
  const forms = [...document.forms].filter((form) => form.method === 'post');
  if (document.querySelector('[aria-invalid], [role="alert"]') || forms.some(isTyped)) event.preventDefault();
});

/** @param {HTMLFormElement} form */
const isTyped = (form) =>
  [...form.elements].some((one) => {
    if (one instanceof HTMLSelectElement)
      return one.value !== ([...one.options].find((option) => option.defaultSelected)?.value ?? one.options[0]?.value);
    if (one instanceof HTMLTextAreaElement) return one.value !== one.defaultValue;
    return one instanceof HTMLInputElement && (one.value !== one.defaultValue || one.checked !== one.defaultChecked);
  });
