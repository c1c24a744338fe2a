import '@runoff/ui/styles.css'

export const metadata = { icons: { icon: 'data:,' } }

export default function Layout({ children }) {
  return (
    <html lang="en" data-rendered-by="server">
      <body>{children}</body>
    </html>
  )
}
