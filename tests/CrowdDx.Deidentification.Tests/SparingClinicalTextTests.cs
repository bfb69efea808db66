namespace CrowdDx.Deidentification.Tests;

/// <summary>What looks like an identifier and is medicine. Redacting it would ruin the case.</summary>
public class SparingClinicalTextTests
{
    [Theory]
    [InlineData("Parkinson, Addison, Wilson disease, Crohn, Hodgkin, Graves, Paget, Cushing, Baker cyst, Marfan, Down, Turner")]
    [InlineData("It may be sarcoidosis; she may have had fever. May be viral. May have lupus.")]
    [InlineData("Day 14 may have been the worst. At 14 May be worse. RR 14\nMay be septic. It may 2 times recur.")]
    [InlineData("He can march 10 miles; they march 14 days. March fracture after March haemoglobinuria; a march in 2019.")]
    [InlineData("Power 4/5 in all limbs, on 4/5 in the legs, 3/5 proximally, 5/5/5")]
    [InlineData("10/2 mmHg, 120/80, BP 130/85, BiPAP on 15/5, on 3/7, from 4/5 to 3/5, on 9/24 occasions, on 120/80, 130/85/90")]
    [InlineData("pH 7.35, pCO2 5.3, 7.35/5.3/24.1")]
    [InlineData("1/2, 3/7 of paracetamol, for 5/7, 6/52, 3/12, 2/3 of patients, 1/10")]
    [InlineData("Na 140, K 4.2, WBC 12.3 x10^9/L, Hb 8.1 g/dL, CRP 250, ESR 101, LDH 1200")]
    [InlineData("T10-T12, L4/L5, C3-C5, C5/6, L5-S1, S1-2")]
    [InlineData("An 89-year-old man, 89 yo, aged 88, age: 45, 0-year-old")]
    [InlineData("A woman aged 90 or older, 90 or older, 90+ years, 90-or-older; 90 years or older; aged 90 and over")]
    [InlineData("2 years ago, in 2019, since 2020, day 12, 12 days, 2018-2020, 2019-20, in the 1990s, 1999/2000")]
    [InlineData("platelets 250000, platelets 250,000/uL, 1200000 copies/mL, viral load 100000000 copies, RBC 4500000, white cell 12000000")]
    [InlineData("dosage 500 mg, 1000 mg, 2.5 mg, 5-10 mg, 40/20 mg, co-trimoxazole 960 mg, 800/160")]
    [InlineData("CD4 350, CD4 count 350/mm3, ANA 1:1280, titre 1/2560, 1/2000, VDRL 1:64")]
    [InlineData("version 1.2.3, v2.0.1, 1.2.3, section 4.3.2, version 10.0.14.1")]
    [InlineData("ICD-10 K85.1, ICD-10-CM E11.65, OMIM 219700, T2N1M0, HLA-B27, BRCA1 c.68_69delAG, chr7:117559590")]
    [InlineData("39+2 weeks, 39+2, G2P1001, G3 P2, +2 reflexes, 2+ oedema, +/- 5, Apgar 9/10, GCS 15/15, GCS 3")]
    [InlineData("at 14:30, at 08:00, 14:30:15, 0800 1200 1600 2000, between 10:15 and 11:45")]
    [InlineData("SpO2 94% on 2 L, temp 38.5, Temp 97.9 F, temp 92 F, HR 94, 94 bpm, 95/60, O2 93-95%, 98.6°F, 37.5°C")]
    [InlineData("separate, decreased, marked, august, septic, Sept(al) defect, octogenarian, decade, aprotinin, junction, marchiafava")]
    [InlineData("OCT 3 showed drusen; SEP 1; MAR 12; dec 20%, Dec 20%; the oct 5; from OCT and SEP")]
    [InlineData("unwell.It was bad.At night e.g.it was, i.e. at, poor.No fever, fever.In 2019")]
    [InlineData("a fall in 2019, a fall 2019, had his first fall 2019, last year, this month, in the second quarter, that day")]
    [InlineData("VIN 3 of the vulva; plate 4 holes; the patient no longer walks; patient no 12; serial ECGs; serial 7s; serial troponins 1200")]
    [InlineData("call 911, ring enhancing 12 mm, contact 2 weeks ago, cell count 4500, mobile 3 cm mass, taking into account 2000 mL, CHI 2019, NHS 2019")]
    [InlineData("vs@ward, 5 @ 10, std::vector, 10::2, a:b:c, 12:30:45, ratio 1:2:4")]
    [InlineData("HbA1c 48 mmol/mol, eGFR 92, CK 15000, BNP 4500, PSA 0.5, ferritin 10500, troponin 0.04, 0.25-0.50, 0.9-1.1")]
    [InlineData("HR 100-110, 250 300 400, 135/4.5/101/24/12/0.9, 94 mg, 94%, 90 minutes, she was 95% saturated, aged 94 days, age 90 months, 95 percentile")]
    [InlineData("EF 35-40%, 100-200 mL/h, 6/6, 6/9, 20/20, 20/200, visual acuity 20/40, MRC 4/5, NYHA III")]
    [InlineData("second week of March-like weather? the first of many; second to none; on the 5th rib, 7th nerve palsy, 14th day")]
    public void Find_WhenClinicalText_FindsNothing(string text)
    {
        var findings = IdentifierScreen.Find(text);
        Assert.True(findings.Count == 0, string.Join("; ", findings.Select(finding => $"{text.Substring(finding.Offset, finding.Length)} [{finding.Rule}]")));
    }
}
