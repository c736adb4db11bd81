import { trusted } from '../html.js';

/** Fields that people type into; the cashier itself has none. */
export const fieldRules = trusted('.field{display:block;margin-bottom:.875rem}.field span{display:block;font-weight:600}.field input{width:100%;min-height:3rem;padding:.5rem .75rem;font:inherit;border:2px solid #cfd9e4;border-radius:.5rem}.field input:focus{outline:3px solid #f0a500;outline-offset:1px}.field.bad input{border-color:#8c1d18}');
