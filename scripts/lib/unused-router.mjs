/**
 * A Vite plugin that lets the build leave out what nobody uses of React Router: its `Form`, its
 * links, what prefetches. A bundler has to keep a component that is made by a call it knows nothing
 * of, and whose name for the developer tools is set in a statement of its own.
 */
export function unusedRouter() {
  return {
    name: 'unused-router',
    apply: 'build',
    transform: {
      filter: { id: /node_modules\/react-router\/dist\/production\// },
      handler: (code) => ({ code: withPureComponents(code), map: null }),
    },
  }
}

export function withPureComponents(code) {
  return code
    .replace(/= (React\$1\.(?:forwardRef|memo|createContext)\()/g, '= /* @__PURE__ */ $1')
    .replace(/^\w+\.displayName = "[^"]*";$/gm, '')
}
