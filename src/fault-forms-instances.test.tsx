import { walk } from './faulty-forms.ts';
import { instanceForms } from './faulty-instances.ts';

walk(instanceForms);
