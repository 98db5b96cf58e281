/*
 * What things are measured in, apart from money: a short list, by the customary symbol (UCUM's where it has a plain one;
 * `pp` are percentage points), with the words that name each in folded letters (see `foldText`). A phrase is longer than
 * a word and is looked for first. Durations of years are a unit of their own: see `figureUnits`.
 */
export const measures = {
	km: 'كيلومتر|كيلومترا|كيلومترات|كيلو متر|كم|kilometre|kilometres|kilometer|kilometers|km',
	m: 'متر|مترا|امتار|metre|metres|meter|meters|m',
	cm: 'سنتيمتر|سنتيمترا|سنتيمترات|سنتمتر|سم|centimetre|centimetres|centimeters|cm',
	mm: 'مليمتر|مليمترا|مليمترات|ملم|millimetre|millimetres|millimeters|mm',
	mi: 'ميل|ميلا|اميال|mile|miles',
	ft: 'قدم|قدما|اقدام|foot|feet|ft',
	km2: 'كيلومتر مربع|كيلومترا مربعا|كيلومترات مربعه|كم مربع|كم2|square kilometre|square kilometres|square kilometer|square kilometers|sq km|km2',
	m2: 'متر مربع|مترا مربعا|امتار مربعه|م2|square metre|square metres|square meter|square meters|sq m|m2',
	mi2: 'ميل مربع|ميلا مربعا|square mile|square miles',
	ha: 'هكتار|هكتارا|هكتارات|hectare|hectares',
	acre: 'اكر|acre|acres',
	feddan: 'فدان|فدانا|افدنه|feddan|feddans',
	dunam: 'دونم|دونما|دونمات|dunam|dunams|dunum|dunums',
	m3: 'متر مكعب|مترا مكعبا|امتار مكعبه|م3|cubic metre|cubic metres|cubic meter|cubic meters|m3',
	l: 'لتر|لترا|لترات|ليتر|ليترا|ليترات|litre|litres|liter|liters',
	gal: 'غالون|غالونا|غالونات|جالون|جالونا|gallon|gallons',
	bbl: 'برميل|برميلا|براميل|barrel|barrels',
	kg: 'كيلوغرام|كيلوغراما|كيلوغرامات|كيلوجرام|كيلوجراما|كيلوجرامات|كيلو غرام|كيلو جرام|كغ|كجم|kilogram|kilograms|kilo|kilos|kg',
	g: 'غرام|غراما|غرامات|جرام|جراما|جرامات|gram|grams',
	t: 'طن|طنا|اطنان|طن متري|tonne|tonnes|ton|tons|metric tons',
	lb: 'رطل|رطلا|ارطال|lb|lbs',
	oz: 'اونصه|اونصات|ounce|ounces|oz',
	min: 'دقيقه|دقايق|minute|minutes',
	h: 'ساعه|ساعات|hour|hours',
	d: 'يوم|يوما|ايام|day|days',
	wk: 'اسبوع|اسبوعا|اسابيع|week|weeks',
	mo: 'شهر|شهرا|اشهر|شهور|month|months',
	'km/h':
		'كيلومتر في الساعه|كيلومترا في الساعه|كم في الساعه|كم/ساعه|kilometres per hour|kilometers per hour|km/h|kmh',
	MW: 'ميغاواط|ميغاوات|ميجاوات|ميجاواط|megawatt|megawatts|mw',
	GW: 'غيغاواط|غيغاوات|جيجاوات|جيجاواط|gigawatt|gigawatts|gw',
	kWh: 'كيلوواط ساعه|كيلووات ساعه|كيلوواط/ساعه|kilowatt hours|kilowatt-hours|kwh',
	Cel: 'درجه ميويه|درجات ميويه|degrees celsius|degree celsius|°c',
	pp: 'نقطه ميويه|نقاط ميويه|percentage point|percentage points',
} as const satisfies Record<string, string>

export type MeasureCode = keyof typeof measures
export const measureCodes = Object.keys(measures) as MeasureCode[]

/** Two of something in one word. */
export const pairsOfMeasure: Record<string, MeasureCode> = {
	كيلومتران: 'km',
	كيلومترين: 'km',
	متران: 'm',
	مترين: 'm',
	طنان: 't',
	طنين: 't',
	ساعتان: 'h',
	ساعتين: 'h',
	دقيقتان: 'min',
	دقيقتين: 'min',
	يومان: 'd',
	يومين: 'd',
	اسبوعان: 'wk',
	اسبوعين: 'wk',
	شهران: 'mo',
	شهرين: 'mo',
}

export function isMeasureCode(code: string): code is MeasureCode {
	return Object.hasOwn(measures, code)
}
