import type {StringOverrides} from '../../languages/strings.js';

type Texts = Pick<StringOverrides, 'all' | 'created' | 'choices'>;

const orders = (name: string, descending: string, shortest: string, longest: string) => ({
  choices: {name, 'name-descending': descending, shortest, longest},
});

/** Texts of the toolbar that the language modules do not contain. */
export const texts: Readonly<Record<string, Texts>> = {
  en: {
    all: 'All',
    created: 'Created',
    ...orders('Name: A to Z', 'Name: Z to A', 'Shortest first', 'Longest first'),
  },
  ar: {
    all: 'الكل',
    created: 'تاريخ الإنشاء',
    ...orders('الاسم: تصاعدي', 'الاسم: تنازلي', 'الأقصر أولاً', 'الأطول أولاً'),
  },
  de: {
    all: 'Alle',
    created: 'Erstellt',
    ...orders('Name: A bis Z', 'Name: Z bis A', 'Kürzeste zuerst', 'Längste zuerst'),
  },
  es: {
    all: 'Todas',
    created: 'Fecha de creación',
    ...orders(
      'Nombre: de la A a la Z',
      'Nombre: de la Z a la A',
      'Más cortos primero',
      'Más largos primero',
    ),
  },
  fr: {
    all: 'Toutes',
    created: 'Date de création',
    ...orders('Nom : de A à Z', 'Nom : de Z à A', 'Plus courtes d’abord', 'Plus longues d’abord'),
  },
  ja: {
    all: 'すべて',
    created: '作成日',
    ...orders('名前（昇順）', '名前（降順）', '短い順', '長い順'),
  },
  ko: {
    all: '전체',
    created: '만든 날짜',
    ...orders('이름 오름차순', '이름 내림차순', '짧은 순', '긴 순'),
  },
  pt: {
    all: 'Todas',
    created: 'Data de criação',
    ...orders('Nome: de A a Z', 'Nome: de Z a A', 'Mais curtos primeiro', 'Mais longos primeiro'),
  },
  'zh-Hans': {
    all: '全部',
    created: '创建日期',
    ...orders('名称升序', '名称降序', '最短优先', '最长优先'),
  },
  'zh-Hant': {
    all: '全部',
    created: '建立日期',
    ...orders('名稱遞增', '名稱遞減', '最短優先', '最長優先'),
  },
};
