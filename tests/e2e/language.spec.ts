import type { Page } from '@playwright/test';
import { enter, freshCase, storyCase } from './support/arrange.ts';
import { addressOf } from './support/calls.ts';
import { expect, expectForEveryone, test } from './support/test.ts';

const UNREVIEWED = 'Traducción sin revisar.';
const speak = (page: Page, name: 'English' | 'Español') =>
  page.getByRole('button', { name, exact: true }).click();

test('staff choose Spanish by its own name; what was typed stays, and it lasts for the session', async ({
  page,
}) => {
  await enter(page, 'dana');
  await page.goto(await freshCase(page, 'Luz M.'));
  await page.getByRole('button', { name: 'Add a note' }).click();
  await page.getByLabel('What happened').fill('Luz quiere cantar.');
  await speak(page, 'Español');
  await expect(page.getByLabel('Qué pasó')).toHaveValue('Luz quiere cantar.');
  await expect(page.locator('html')).toHaveAttribute('lang', 'es');
  await expect(page.getByText(UNREVIEWED)).toBeVisible();
  await page.keyboard.press('Escape');

  await page.goto('/cases');
  await expect(page.getByRole('heading', { level: 1, name: 'Mis casos' })).toBeVisible();
  await expect(page.getByText(UNREVIEWED)).toBeVisible();
  await expect(page.getByText(/Abierto desde el .*\d/).first()).toBeVisible();
  await expectForEveryone(page, 'spanish-cases');
  await speak(page, 'English');
  await expect(page.getByRole('heading', { level: 1, name: 'My cases' })).toBeVisible();
  await expect(page.getByText(UNREVIEWED)).toHaveCount(0);
  await page.reload();
  await expect(page.getByRole('heading', { level: 1, name: 'My cases' })).toBeVisible();
});

test('each staff screen in Spanish says that nobody reviewed it', async ({ page, watch }) => {
  watch.expectTrouble(/status of 40[14]/);
  await page.goto('/sign-in');
  await expect(page.getByRole('heading', { level: 1, name: 'Sign in' })).toBeVisible();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: 'English', exact: true })).toBeFocused();
  await speak(page, 'Español');
  await expect(page.getByRole('heading', { level: 1, name: 'Iniciar sesión' })).toBeVisible();
  await expectForEveryone(page, 'spanish-sign-in');
  await page.getByLabel('Correo electrónico').fill('dana@childwelfare.example');
  await page.getByLabel('Contraseña').fill('no es esta');
  await page.getByRole('button', { name: 'Iniciar sesión' }).click();
  // The server speaks the language of whoever asked.
  await expect(page.getByText('Ese correo y esa contraseña no coinciden. Pruebe otra vez.')).toBeVisible();

  await enter(page, 'dana');
  const story = `/cases/${await storyCase(page)}`;
  for (const [path, title] of [
    ['/cases/new', 'Abrir un caso'],
    ['/protocols', 'Protocolos'],
    [`${story}/permissions`, 'Permisos'],
    [`${story}/permissions/new`, 'Pedir permiso'],
    [`${story}/who-sees-what`, 'Quién ve qué'],
    [`${story}/refer`, 'Enviar a un servicio'],
    [story, 'Jordan R.'],
    ['/demo', '¿Quién le gustaría ser?'],
  ] as const) {
    await page.goto(path);
    await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
    await expect(page.getByText(UNREVIEWED).first()).toBeVisible();
  }
  await page.goto(story);
  await expect(page.getByRole('heading', { name: 'Metas' })).toBeVisible();
  await expectForEveryone(page, 'spanish-case');
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('dialog', { name: 'Buscar' })).toBeVisible();
});

test('the young person chooses Spanish with the first control of their app, before any sign-in', async ({
  page,
}) => {
  const youth = addressOf('youth');
  await page.goto(youth);
  await expect(page.getByRole('heading', { level: 1, name: 'Before you start' })).toBeVisible();
  // Exit stands first of all, and then the languages.
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Exit now' }).first()).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: 'English', exact: true })).toBeFocused();
  const fetched: string[] = [];
  page.on('request', (request) => fetched.push(new URL(request.url()).pathname));
  await speak(page, 'Español');
  await expect(page.getByRole('heading', { level: 1, name: 'Antes de empezar' })).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'es');
  await expect(page.getByRole('link', { name: 'Salir ya' }).last()).toBeVisible();
  await expect(page.getByText(UNREVIEWED)).toBeVisible();
  expect(
    fetched.filter((path) => /\/(en|es)-[\w-]+\.js$/.test(path)).map((path) => path.slice(8, 11)),
  ).toEqual(['es-']);
  await expectForEveryone(page, 'youth-spanish-start');

  await enter(page, 'jordan');
  for (const [path, title] of [
    ['/home', 'Lo que comparto'],
    ['/plan', 'Mi plan'],
    ['/log', 'Quién miró'],
    ['/numbers', 'Ayuda ya'],
  ] as const) {
    await page.goto(youth + path);
    await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
    await expect(page.getByText(UNREVIEWED)).toBeVisible();
  }
  await page.goto(`${youth}/home`);
  await expect(page.getByText(/Hasta/).first()).toBeVisible();
  await expectForEveryone(page, 'youth-spanish-home');
});

test('Exit takes the language with it: nothing of it stays in the browser', async ({ page, context }) => {
  const youth = addressOf('youth');
  await page.goto(youth);
  await speak(page, 'Español');
  await expect(page.getByRole('heading', { level: 1, name: 'Antes de empezar' })).toBeVisible();
  await page.getByRole('link', { name: 'Salir ya' }).last().click();
  await page.waitForURL(/\/health$/);
  expect(await context.cookies(youth)).toEqual([]);
});
