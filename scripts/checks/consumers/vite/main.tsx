import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import '@runoff/ui/styles.css'
import { Comparison } from './Comparison.tsx'

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <Comparison />
  </StrictMode>,
)
