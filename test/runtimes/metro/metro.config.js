const { getDefaultConfig, mergeConfig } = require("@react-native/metro-config");

const { MODULES, PACKAGES } = process.env;

/** The defaults of React Native, except that packages are installed elsewhere and React Native is not installed. */
module.exports = mergeConfig(getDefaultConfig(__dirname), {
  resolver: { nodeModulesPaths: [MODULES], useWatchman: false },
  serializer: { getModulesRunBeforeMainModule: () => [] },
  watchFolders: [MODULES, PACKAGES],
});
