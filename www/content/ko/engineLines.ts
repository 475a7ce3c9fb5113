// What the engine, its workers and the formats that they read say, and the same in Korean. Places for values: `{one}` is a single word,
// `{*any}` any text, `{=said}` a text that has a line of its own here. In Korean `{one:이}` brings the particle that fits.

import { shops } from "./shops";

/** Nouns, for what was found and what was expected. */
const FOUND: Readonly<Record<string, string>> = {
  // Files of clicks and items.
  "an empty file": "빈 파일",
  "a header line and data lines": "헤더 줄과 데이터 줄",
  "a header without data lines": "데이터 줄 없이 헤더뿐",
  "at least one data line": "데이터 줄 하나 이상",
  "text in UTF-16": "UTF-16 텍스트",
  "text in UTF-8": "UTF-8 텍스트",
  "bytes that are not UTF-8, from byte {byte} of the line on": "줄의 {byte}번째 바이트부터 UTF-8이 아닌 바이트",
  "columns separated by {=separator}": "{separator:으로} 나눈 열",
  "columns separated by tabs": "탭으로 나눈 열",
  "a line separated by {=separator}": "{separator:으로} 나눈 줄",
  "a gzip archive": "gzip 압축 파일",
  "a zip archive": "zip 압축 파일",
  "a bzip2 archive": "bzip2 압축 파일",
  "an xz archive": "xz 압축 파일",
  "a Zstandard archive": "Zstandard 압축 파일",
  "a 7z archive": "7z 압축 파일",
  "a Parquet file": "Parquet 파일",
  "an Excel file": "Excel 파일",
  "an old Excel or Office file": "옛 Excel 또는 Office 파일",
  "a PDF": "PDF 파일",
  "a picture": "그림 파일",
  "a picture or a sound": "그림이나 소리 파일",
  "a web page": "웹 페이지",
  "a Git LFS pointer, not the file": "파일이 아닌 LFS 포인터",
  "bytes that are no text": "텍스트가 아닌 바이트",
  "a table as text": "텍스트로 된 표",
  "double colons": "쌍점 두 개(::)",
  commas: "쉼표",
  semicolons: "세미콜론",
  "vertical bars": "세로줄(|)",
  spaces: "빈칸",
  "1 field": "값 1개",
  "{n} fields": "값 {n}개",
  "{=fields} separated by tabs, as in the header": "헤더처럼 탭으로 나눈 {fields}",
  'the column "{*column}"': "“{column}” 열",
  "the column {*column} twice": "두 번 나온 {column} 열",
  "the column {column} with another type": "타입이 다른 {column} 열",
  "the columns {*columns}": "열: {columns}",
  "a column {column}:{type}": "{column}:{type} 열",
  "a name of its own for every column": "열마다 다른 이름",
  "a name and a type, such as item_id:token (types: token, token_seq, float, float_seq)":
    "item_id:token 같은 이름과 타입(타입: token, token_seq, float, float_seq)",
  "an empty {column}": "빈 {column}",
  "a name or a number": "이름이나 숫자",
  'the {column} "{*cell}"': "{column} “{cell}”",
  "a finite number, such as 881250949": "881250949 같은 유한한 수",
  'the item "{*item}"': "아이템 “{item}”",
  'the item "{*item}" a second time (first in line {line})': "두 번째로 나온 아이템 “{item}”(처음은 {line}번째 줄)",
  "one line per item": "아이템마다 한 줄",
  'none of the items that are kept of {*file}, such as "{*item}"':
    "{file}에 남은 아이템(예: “{item}”)을 하나도 설명하지 않는 파일",
  "file or file reversed: sequences have no times": "file 또는 file reversed(시퀀스에는 시각이 없음)",
  "a line for each of them": "그 아이템마다 한 줄",
  "no line": "줄이 없는 파일",
  'the user "{*user}" a second time': "두 번째로 나온 사용자 “{user}”",
  '"{*line}" alone': "“{line}” 하나뿐",
  "one line per user: the user, then the items in time order": "사용자마다 한 줄: 사용자, 그다음 시간순 아이템",
  "one line per user: the user, then the items in time order, separated by spaces":
    "사용자마다 한 줄: 사용자, 그다음 시간순 아이템, 빈칸으로 구분",
  'a JSON object with a list of attribute numbers for each item, such as {"4": [1, 2]}':
    '{"4": [1, 2]}처럼 아이템마다 속성 번호 목록이 있는 JSON 객체',
  "{n} interactions (users: {users}, items: {items}), and no user with 4 of them after the filters":
    "거른 뒤 클릭이 4개 이상인 사용자가 없는 클릭 {n}개(사용자 {users}명, 아이템 {items}개)",
  "one at least: two to learn from, one for validation, one for the test":
    "클릭이 4개 이상인 사용자 한 명 이상: 둘은 학습, 하나는 검증, 하나는 테스트",
  "no session with a training target": "예측 대상이 있는 세션이 없는 데이터",
  "sessions of at least four items": "아이템이 네 개 이상인 세션",
  "each at most once: {*names}": "각각 한 번까지: {names}",

  // Settings.
  configuration: "파일 전체",
  "a whole number from {least} to {most}": "{least}부터 {most}까지의 정수",
  "a number from {least} to {most}": "{least}부터 {most}까지의 수",
  "a whole number, {least} or more": "{least} 이상의 정수",
  "a finite number, 0 or more": "0 이상의 유한한 수",
  "a sum of {sum}": "합 {sum}",
  "at least one weight above 0": "0보다 큰 비율 하나 이상",
  "a divisor of hidden_size, which is {size}": "hidden_size({size})의 약수",
  "one JSON object with `model` and `training`": "`model`과 `training`이 든 JSON 객체 하나",
  "what the declarations of this module say": "이 모듈의 선언에 맞는 값",
  "{n} entries": "항목 {n}개",
  "{n}, one for each attribute of the data": "데이터의 속성마다 하나씩, {n}개",
  "{kind}, but the data have no attribute": "속성이 없는 데이터에 {kind}",
  "data with at least one attribute, or a model without side information":
    "속성이 하나 이상 있는 데이터, 또는 부가 정보를 쓰지 않는 모델",
  "{targets} for {kind}": "{kind}에 {targets}",
  "{one} or {other}": "{one} 또는 {other}",
  "{=targets}, because {=reason}": "{targets}({reason})",
  "only models with a [MASK] item fill gaps": "[MASK] 아이템이 있는 모델만 빈칸을 채웁니다",
  "every slot sees every other one, so a slot would see its own target":
    "모든 위치가 서로를 보므로, 한 위치가 맞혀야 할 아이템을 미리 보게 됩니다",
  "its filters run over the whole window at once and give one state for it":
    "필터가 창 전체를 한 번에 훑어 상태 하나를 냅니다",
  "concat and gate read score rows that include later slots, so a slot could see its own target; mask_before_fusion would hide them":
    "연결과 게이트는 나중 위치까지 든 점수 행을 읽으므로, 맞혀야 할 아이템을 미리 볼 수 있습니다. mask_before_fusion으로 가릴 수 있습니다",
  "one of {*names}": "다음 중 하나: {names}",
  "at most {n} attributes": "속성 {n}개 이하",
  "{n} widths": "너비 {n}개",
  "as many as there are widths, {n}": "너비와 같은 {n}개",
  "{n} counts": "수 {n}개",
  "{n} at most": "{n} 이하",
  "item {id}": "아이템 {id}",
  "ids from 1 to {most}": "1부터 {most}까지의 번호",
  "a slot of the session, 0 to {most}": "0부터 {most}까지, 세션의 위치",
  "{sources} finite numbers, for item, position and each attribute, as many for each of the {layers} layers, or none":
    "유한한 수 {sources}개(아이템, 위치, 속성마다 하나), 레이어 {layers}개에 그만큼씩, 또는 없음",
  "false to answer a session: it is nobody's, and the vectors belong to the users of the training data":
    "세션에 답하려면 false: 세션은 누구의 것도 아니고, 벡터는 학습 데이터의 사용자 것입니다",

  // Files of models and runs.
  "the file": "파일",
  "the vocabulary": "아이템과 값의 목록",
  "the run": "실행",
  "Adam's memory": "Adam의 상태",
  nothing: "빈자리",
  "no such tensor": "그런 텐서가 없는 파일",
  "shape {*shape}": "모양 {shape}",
  "type {type}": "타입 {type}",
  "F32 or F16": "F32 또는 F16",
  "numbers up to {most}": "{most}까지의 수",
  "finite numbers": "유한한 수",
  "{n} parameters": "파라미터 {n}개",
  "no entry {key} in the metadata": "{key} 항목이 없는 메타데이터",
  "the tensor {tensor}": "텐서 {tensor}",
  "a safetensors file saved by this program": "이 프로그램이 저장한 safetensors 파일",
  "a model of {items} items and {attributes} attributes": "아이템 {items}개, 속성 {attributes}개의 모델",
  "one of {items} items and {attributes} attributes": "아이템 {items}개, 속성 {attributes}개의 모델",
  "other items or values than the data, or another order": "데이터와 다른 아이템이나 값, 또는 다른 순서",
  "those of {*data}": "{data}의 목록",
  "data with the fingerprint {fingerprint}": "지문이 {fingerprint}인 데이터",
  "{fingerprint}, which is {*data}": "{fingerprint}, 곧 {data}",

  // What the readers of JSON and safetensors say.
  "{=reason} at line {line} column {column}": "{reason}({line}번째 줄 {column}번째 글자)",
  "expected value": "값이 빠진 자리",
  "expected `{mark}`": "`{mark}` 기호가 빠진 자리",
  "expected `,` or `{mark}`": "`,`나 `{mark}` 기호가 빠진 자리",
  "trailing comma": "남는 쉼표",
  "trailing characters": "끝난 뒤에 남은 글자",
  "key must be a string": "문자열이 아닌 키",
  "invalid number": "잘못된 수",
  "EOF while parsing a list": "목록 중간에 끝난 파일",
  "EOF while parsing an object": "객체 중간에 끝난 파일",
  "EOF while parsing a string": "문자열 중간에 끝난 파일",
  "EOF while parsing a value": "값이 올 자리에서 끝난 파일",
  "missing field `{field}`": "빠진 항목 `{field}`",
  "duplicate field `{field}`": "두 번 나온 항목 `{field}`",
  "unknown field `{field}`, expected one of {*known}": "모르는 항목 `{field}`(있을 수 있는 것: {known})",
  "unknown field `{field}`, expected {*known}": "모르는 항목 `{field}`(있을 수 있는 것: {known})",
  "unknown variant `{variant}`, expected one of {*known}": "모르는 값 `{variant}`(있을 수 있는 것: {known})",
  "unknown variant `{variant}`, expected {*known}": "모르는 값 `{variant}`(있을 수 있는 것: {known})",
  "invalid type: {=found}, expected {=expected}": "타입이 다른 값: {found}(있어야 하는 것: {expected})",
  "invalid value: {=found}, expected {=expected}": "잘못된 값: {found}(있어야 하는 것: {expected})",
  "invalid length {length}, expected {=expected}": "길이 {length}(있어야 하는 것: {expected})",
  'string "{*text}"': "문자열 “{text}”",
  "a string": "문자열",
  "integer `{n}`": "정수 {n}",
  "floating point `{n}`": "실수 {n}",
  "boolean `{value}`": "불리언 {value}",
  "a boolean": "불리언",
  map: "객체",
  "a map": "객체",
  sequence: "목록",
  "a sequence": "목록",
  "struct {name}": "{name} 객체",
  "header too small": "너무 작은 헤더",
  "header too large": "너무 큰 헤더",
  "invalid header length": "맞지 않는 헤더 길이",
  "invalid UTF-8 in header: {*error}": "UTF-8이 아닌 헤더({error})",
  "invalid JSON in header: {=error}": "JSON이 잘못된 헤더: {error}",
  "incomplete metadata, file not fully covered": "파일 전체를 설명하지 않는 메타데이터",
  "invalid shape, data type, or offset for tensor": "모양, 타입이나 위치가 맞지 않는 텐서",
  "invalid offset for tensor `{tensor}`": "위치가 맞지 않는 텐서 {tensor}",
};

/** What to do about it. */
const ADVICE: Readonly<Record<string, string>> = {
  "Choose a RecBole atomic file, such as ml-100k.inter.": "ml-100k.inter 같은 RecBole atomic 파일을 고르세요.",
  "Choose the complete file.": "온전한 파일을 고르세요.",
  "Bring the file that belongs to the sequences.": "그 시퀀스에 딸린 파일을 가져오세요.",
  "Save the file again with the encoding UTF-8.": "파일을 UTF-8로 다시 저장하세요.",
  "Save the table as tab separated text.": "표를 탭으로 나눈 텍스트로 저장하세요.",
  "Keep the part that matters, such as the newest year.": "최근 1년처럼 필요한 부분만 남기세요.",
  "Remove one of the two lines.": "두 줄 가운데 하나를 지우세요.",
  "Rename or remove one of the two columns.": "두 열 가운데 하나의 이름을 바꾸거나 지우세요.",
  "Rename the column that holds it to {column}:{type} in the first line.":
    "첫 줄에서 그 값이 든 열의 이름을 {column}:{type:으로} 바꾸세요.",
  "Add the type to each name in the first line, and the first line itself if it is missing.":
    "첫 줄의 이름마다 타입을 붙이세요. 첫 줄이 없으면 첫 줄부터 넣으세요.",
  "Correct the type in the first line.": "첫 줄에서 타입을 고치세요.",
  "Give every line one value per column, with one tab between two values.":
    "줄마다 열 하나에 값 하나씩 쓰고, 값 사이에 탭을 하나씩 두세요.",
  "Fill it in or remove the line.": "값을 채우거나 그 줄을 지우세요.",
  "Convert dates to seconds. Without times only the order of the file is left, and many files begin with the newest.":
    "날짜를 초로 바꾸세요. 시각이 없으면 파일의 순서만 남는데, 최신 것부터 적힌 파일이 많습니다.",
  "Bring the item file of this log, with the same ids.": "이 로그와 같은 ID를 쓰는 아이템 파일을 가져오세요.",
  "Unpack it, and open the file inside.": "압축을 풀고 그 안의 파일을 여세요.",
  "Save the table as text, separated by tabs.": "표를 탭으로 나눈 텍스트로 저장하세요.",
  "The download brought this in place of the file: fetch the file itself.":
    "파일 대신 이것을 내려받았습니다. 파일 자체를 받으세요.",
  "Join the lines of each user.": "사용자마다 줄을 하나로 합치세요.",
  "Separate users and items by spaces, or remove the line.": "사용자와 아이템을 빈칸으로 나누거나 그 줄을 지우세요.",
  "Lower the minimum length or the number of required interactions.": "최소 길이나 필요한 클릭 수를 낮추세요.",
  "The filters keep users and items with at least {n} interactions: ask for fewer, or bring more data.":
    "클릭이 {n}개 이상인 사용자와 아이템만 남깁니다. 이 수를 줄이거나 데이터를 더 가져오세요.",
  "Keep more items and longer sessions, or bring more data.":
    "아이템을 더 많이, 세션을 더 길게 남기거나 데이터를 더 가져오세요.",
  "A smaller batch, width or sequence length needs less, and so do fewer items or a sampled softmax.":
    "배치, 너비, 읽는 길이를 줄이면 덜 듭니다. 아이템을 줄이거나 샘플링 소프트맥스를 써도 됩니다.",
};

/** Whole messages. */
const MESSAGES: Readonly<Record<string, string>> = {
  "{*file}, line {line}: found {=found}, expected {=expected}. {=advice}":
    "{file}, {line}번째 줄: 있는 것은 {found}, 있어야 하는 것은 {expected}. {advice}",
  "{*file}: found {=found}, expected {=expected}. {=advice}":
    "{file}: 있는 것은 {found}, 있어야 하는 것은 {expected}. {advice}",
  "The setting {=field} is {=found}; expected {=expected}.": "설정 {field}: {found}. 허용되는 값: {expected}.",
  "The weight file does not fit: {=tensor} has {=found}, expected {=expected}.":
    "모델 파일이 맞지 않습니다. {tensor}: 있는 것은 {found}, 있어야 하는 것은 {expected}.",
  "{=what} is too large: {*found}, the limit is {*limit}. {=advice}":
    "{what:이} 너무 큽니다. {found}이며 한도는 {limit}입니다. {advice}",
  "The memory that this run needs": "이 실행에 필요한 메모리",
  "{=what} first.": "먼저 {what}.",
  "Open a data set": "데이터를 여세요",
  "Open a shop whose rules are known": "규칙이 알려진 상점을 여세요",
  "Open data with sessions of at least two items": "아이템이 두 개 이상인 세션이 있는 데이터를 여세요",
  "Load a model": "모델을 불러오세요",
  "Add an item to the session": "세션에 아이템을 추가하세요",
  "Start a training run": "학습을 시작하세요",
  "the model computes numbers that are not finite; load or train another one":
    "모델이 유한하지 않은 수를 냅니다. 다른 모델을 불러오거나 학습하세요.",
  "the loss is {loss} at step {step}; a learning rate below {rate} may help":
    "스텝 {step}에서 손실이 {loss}입니다. 학습률을 {rate}보다 낮추면 나을 수 있습니다.",
  "a matrix product that is {expected} came out as {found}": "{expected}이어야 할 행렬 곱이 {found:으로} 나왔습니다.",
  "a matrix of {expected} came out with {found}": "값이 {expected}개여야 할 행렬에 {found}개가 나왔습니다.",
  "the adapter binds {found} storage buffers to a shader, and training needs {expected}":
    "어댑터가 셰이더 하나에 연결하는 스토리지 버퍼는 {found}개인데, 학습에는 {expected}개가 필요합니다.",

  // The workers and the way to them.
  "The engine is not here yet.": "엔진이 아직 오지 않았습니다.",
  "These files belong to another visit.": "지난 방문 때의 파일입니다.",
  "Open a data set before starting a run.": "학습을 시작하기 전에 데이터를 여세요.",
  "Open a data set before ranking it.": "순위를 매기기 전에 데이터를 여세요.",
  "The GPU engine could not be built.": "GPU 엔진을 빌드하지 못했습니다.",
  "The GPU engine is still being built.": "GPU 엔진을 아직 빌드하는 중입니다.",
  "The GPU device was lost.": "GPU 장치를 잃었습니다.",
  "The page came over plain http.": "페이지가 http로 왔습니다.",
  "This browser has no navigator.gpu.": "이 브라우저에는 navigator.gpu가 없습니다.",
  "The browser offers no GPU adapter.": "브라우저가 GPU 어댑터를 제공하지 않습니다.",
  "The CPU was asked for.": "CPU를 골랐습니다.",
  "The code of a worker did not arrive.": "워커의 코드가 도착하지 않았습니다.",
  "The question was called off.": "질문이 취소되었습니다.",
  "The file is empty.": "빈 파일입니다.",
  "The model was trained on {*found}, not on {*expected}.": "{expected:이} 아니라 {found:으로} 학습한 모델입니다.",
  "{address}: the server answered {status}": "{address}: 서버의 응답은 {status}입니다.",
  "{address}: the server sent {=found} in place of the file": "{address}: 서버가 파일 대신 {found:을} 보냈습니다.",
  "{address}: no answer, or the connection broke": "{address}: 응답이 없거나 연결이 끊겼습니다.",
  "a web page": "웹 페이지",
  "other bytes": "다른 바이트",
  "no clicks from {from} of {of}": "전체 {of}개 가운데 {from}번째부터 클릭이 없습니다.",
};

/** What it says of itself, of its shops and of the systems. */
const FACTS: Readonly<Record<string, string>> = {
  "Shop: brand loyal": shops.shop(shops.names.brand_loyal),
  "Shop: department chains": shops.shop(shops.names.department_chains),
  "Shop: side information is useless": shops.shop(shops.names.side_information_useless),
  "{=shop}, attributes shuffled": "{shop}, 속성을 뒤섞음",
  "WebAssembly with SIMD, one thread": "SIMD를 쓰는 WebAssembly, 스레드 하나",
  "Xie, Zhou and Kim, SIGIR 2022": "Xie, Zhou, Kim, SIGIR 2022",
  "Kang and McAuley, ICDM 2018": "Kang, McAuley, ICDM 2018",
  "Kang and McAuley, ICDM 2018, with attributes": "Kang, McAuley, ICDM 2018, 속성을 더함",
  "Tang and Wang, WSDM 2018": "Tang, Wang, WSDM 2018",
  "{name} et al., {venue} {year}": "{name} 외, {venue} {year}",
  "{name} et al., {venue} {year}; {=other}": "{name} 외, {venue} {year}; {other}",
  "by our definition": "이 페이지의 정의",
};

export const engineLines: Readonly<Record<string, string>> = { ...FOUND, ...ADVICE, ...MESSAGES, ...FACTS };
