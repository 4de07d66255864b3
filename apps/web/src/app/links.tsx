import { Brand, ButtonLink, NavPlace, TextLink } from '@accord/ui';
import { createLink } from '@tanstack/react-router';

/** Our looks with the router's typed addresses. */
export const LinkButton = createLink(ButtonLink);
export const PlaceLink = createLink(NavPlace);
export const HomeLink = createLink(Brand);
export const LinkTo = createLink(TextLink);
