import type { refer as English } from '../en/refer.ts';
import type { InOtherWords } from '../languages.ts';

export const refer: InOtherWords<typeof English> = {
  title: 'Enviar a un servicio',
  lead: 'Busque un servicio, diga para qué, y póngalo en el plan.',
  search: 'Buscar un servicio',
  searchHint: 'Una palabra del nombre o de lo que hace. Vacío muestra todos.',
  find: 'Buscar',
  results: 'Servicios',
  found_one: '1 servicio encontrado',
  found_other: '{{count}} servicios encontrados',
  page: 'Página {{page}} de {{pages}}',
  nextPage: 'Página siguiente',
  previousPage: 'Página anterior',
  noneTitle: 'Ningún servicio coincide',
  none: 'Pruebe con una palabra más corta, o con otra. Deje el campo vacío para ver todos.',
  choose: 'Elegir',
  chooseNamed: 'Elegir {{name}}',
  placeholder: 'El directorio solo tiene el nombre de esta organización.',
  more: 'Costo, horario y contacto',
  availability: {
    'temporarily-closed': 'Cerrado por ahora',
    withdrawn: 'Ya no está en la lista',
  },
  fees: 'Costo',
  how: 'Cómo pedirlo',
  phones: 'Teléfono',
  hours: 'Horario',
  web: 'Dirección web',
  chosen: 'Usted eligió',
  another: 'Elegir otro',
  reason: 'Qué se le pide al servicio',
  reasonHint: 'Escriba lo menos que necesitan para empezar.',
  notDelivered:
    'Accord no le pasa esto al servicio. Llame, o vayan juntos: arriba están el costo, el horario y el contacto.',
  send: 'Guardar el envío',
  sent: 'El envío a {{service}} está en el plan.',
};
