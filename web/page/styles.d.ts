// Styles that come with a script: the build hands them over as text.
declare module '*.css' {
  const rules: string;
  export default rules;
}
