import { imageForms } from './faulty-images.ts';
import { loginForms } from './faulty-logins.ts';
import { walk } from './faulty-forms.ts';

walk(imageForms);
walk(loginForms);
