// What Camunda's web applications need before they start; imported by the config.js of each.

/**
 * They draw before their texts have come, and then show keys until the next reload. So the texts are put where they look first, as they
 * would do themselves after the first visit (camunda-commons-ui, localeLoader).
 *
 * @param {string} config address of the application's config.js
 */
export async function textsFirst(config) {
  const locales = new URL('../locales/', config).pathname;
  const answer = await fetch(`${locales}vi.json`);
  if (answer.ok && !answer.redirected) {
    const kept = JSON.parse(localStorage.getItem('camunda-web') ?? '{}');
    kept[`${locales}_locales_data_vi_${window.bust}`] = await answer.text();
    localStorage.setItem('camunda-web', JSON.stringify(kept));
  }
}

/** Their own page for signing in opens nothing here: who has no session any more signs in on ours. They change the address without any event. */
setInterval(() => {
  if (/^#!?\/login/.test(location.hash)) {
    location.replace('/login');
  }
}, 500);
