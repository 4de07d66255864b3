import './exit-first.ts';
import '@accord/ui/tokens.css';
import './styles/base.css';
import './styles/cover.css';
import './styles/frame.css';
import './styles/card.css';
import './styles/form.css';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { installCover } from './cover.ts';
import { createYouthRouter } from './router.tsx';

const root = document.getElementById('app');
if (!root) throw new Error('index.html has no #app');

const router = createYouthRouter();
installCover({ onUncover: () => void router.invalidate() });
createRoot(root).render(
  <StrictMode>
    <RouterProvider router={router} />
  </StrictMode>,
);
