const { getDefaultConfig, mergeConfig } = require("@react-native/metro-config");

const { MODULES, PACKAGES } = process.env;

/** React Native's defaults, but for what is installed elsewhere, or not at all: React Native itself. */
module.exports = mergeConfig(getDefaultConfig(__dirname), {
  resolver: { nodeModulesPaths: [MODULES], useWatchman: false },
  serializer: { getModulesRunBeforeMainModule: () => [] },
  watchFolders: [MODULES, PACKAGES],
});
