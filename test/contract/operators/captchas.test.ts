import { SvgCaptchas } from '../../../adapters/outbound/captchas/svg-captchas.js';
import { captchasContract } from './captchas.contract.js';

captchasContract('svg-captcha', () => new SvgCaptchas());
