/** The platforms that pictures go to, as fields and filters offer them. */
import {
  PICTURE_PLATFORMS,
  type PicturePlatform,
  PLATFORM_NAMES,
  PLATFORM_TITLES,
  type PlatformName,
} from '#capabilities/publishing/publishing.ts';

export const PLATFORM_OPTIONS = PICTURE_PLATFORMS.map((value) => ({ value, label: PLATFORM_TITLES[value] }));
/** Films go to more of them. */
export const ALL_PLATFORM_OPTIONS = PLATFORM_NAMES.map((value) => ({ value, label: PLATFORM_TITLES[value] }));
export const isAnyPlatform = (text: unknown): text is PlatformName => PLATFORM_NAMES.includes(text as PlatformName);
export const isPlatform = (text: unknown): text is PicturePlatform => PICTURE_PLATFORMS.includes(text as PicturePlatform);
